package io.asktrail.router;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The router as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class RouterService {
    static final String NAME = "agent-router";

    /** Starts it on {@code server.port}. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(RouterService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME));
        application.run(arguments);
    }
}
