package io.asktrail.service;

/** What holds in every service unless it is configured otherwise. */
final class StarterDefaults extends ModuleDefaults {
    StarterDefaults() {
        super("asktrail-service-starter.properties");
    }
}
