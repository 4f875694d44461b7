package io.asktrail.mcp;

import io.asktrail.service.ModuleDefaults;

/** What the channel needs of its library, known before it is loaded. */
final class McpDefaults extends ModuleDefaults {
    McpDefaults() {
        super("asktrail-mcp.properties");
    }
}
