package io.asktrail.gateway;

import io.asktrail.service.ModuleDefaults;

/** What the gateway needs of its libraries, known before any of them looks for its settings. */
final class GatewayDefaults extends ModuleDefaults {
    GatewayDefaults() {
        super("asktrail-gateway.properties");
    }
}
