package io.asktrail.sales;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The warehouse of orders as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SalesService {
    static final String NAME = "agent-sales";

    /** Starts it on {@code server.port}. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(SalesService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME));
        application.run(arguments);
    }
}
