package io.asktrail.local;

import io.asktrail.local.data.Databases;
import io.asktrail.local.data.Workspace;
import io.asktrail.local.home.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Everything in one process: databases, agents, orchestrator, gateway. Only the gateway's port is open. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class LocalMain {
    public static void main(String[] args) {
        Startup.run(System.getenv(), LocalMain::start);
    }

    private static void start(Startup startup) {
        var workspace = Workspace.of(startup.home().workspace());
        startup.status().progress("Starting PostgreSQL");
        var databases = Databases.open(startup.home(), workspace);
        var servicesOwnThem = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!servicesOwnThem.get()) {
                databases.close();
            }
        }));
        try {
            databases.withDemo(startup.environment(), startup.status());
            startup.status().progress("Starting the services");
            var application = new SpringApplication(LocalMain.class);
            application.setDefaultProperties(settings(startup, workspace, databases));
            // Registered before any bean, so destroyed after the last one that may still use the databases.
            application.addInitializers(context -> {
                ((DefaultListableBeanFactory) context.getBeanFactory())
                        .registerDisposableBean("local databases", () -> {
                            databases.close();
                            startup.ended();
                        });
                servicesOwnThem.set(true);
            });
            application.run();
        } catch (RuntimeException failure) {
            databases.close();
            throw failure;
        }
        startup.ready(Status.Form.LOCAL, workspace.id());
    }

    private static Map<String, Object> settings(Startup startup, Workspace workspace, Databases databases) {
        var settings = new HashMap<String, Object>();
        settings.put("asktrail.service", "local");
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", startup.port());
        settings.put("asktrail.workspace", workspace.id());
        settings.put("asktrail.gateway.key-file", startup.home().loginKey().toString());
        settings.put("asktrail.files.folder", startup.home().exports().toString());
        settings.putAll(databases.state().properties("asktrail.state"));
        settings.putAll(databases.router().properties("asktrail.router.state"));
        settings.putAll(databases.warehouse().properties("asktrail.connections.warehouse"));
        settings.putAll(databases.ads().properties("asktrail.connections.ads"));
        settings.putAll(databases.syncProperties());
        return settings;
    }
}
