package io.asktrail.local.split;

import io.asktrail.local.data.Databases;
import io.asktrail.local.home.Home;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What each service has to know: its port, who it may call and the logins it needs, and nothing of the others'. */
record Settings(Home home, String workspace, Databases databases, Map<Service, Integer> ports) {
    Map<String, String> of(Service service) {
        var settings = new TreeMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(ports.get(service)));
        settings.put("asktrail.service", service.id());
        settings.put("asktrail.workspace", workspace);
        settings.put("asktrail.internal.key-dir", keys(service));
        switch (service) {
            case GATEWAY -> {
                settings.put("asktrail.gateway.key-file", home.loginKey().toString());
                settings.put("asktrail.gateway.orchestrator-url", url(Service.ORCHESTRATOR));
            }
            case ORCHESTRATOR -> {
                settings.putAll(databases.state().properties("asktrail.state"));
                agents(settings);
            }
            case ROUTER -> {
                settings.putAll(databases.router().properties("asktrail.router.state"));
                settings.put("asktrail.agents.ads.url", url(Service.ADS));
                settings.put("asktrail.agents.sales.url", url(Service.SALES));
            }
            case ADS -> {
                settings.putAll(databases.ads().reference("asktrail.connections.ads", home.secrets()));
                settings.putAll(databases.syncProperties());
            }
            case SALES ->
                settings.putAll(databases.warehouse().reference("asktrail.connections.warehouse", home.secrets()));
            case FILES -> {
                settings.put("asktrail.files.folder", home.exports().toString());
                settings.put("asktrail.agents.ads.url", url(Service.ADS));
                settings.put("asktrail.agents.sales.url", url(Service.SALES));
            }
            case PLANNER, COMPUTE, COMPOSER, INSIGHTS -> {}
        }
        return settings;
    }

    private void agents(Map<String, String> settings) {
        for (var service : Service.values()) {
            service.agentName()
                    .ifPresent(agent -> settings.put("asktrail.agents.%s.url".formatted(agent), url(service)));
        }
    }

    private String url(Service service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    private String keys(Service service) {
        return home.internalKeys().resolve(service.id()).toString();
    }

    /** As a properties file. */
    String text(Service service) {
        var properties = new Properties();
        properties.putAll(of(service));
        var text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
