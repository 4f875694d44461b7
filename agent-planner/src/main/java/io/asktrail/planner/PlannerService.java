package io.asktrail.planner;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The planner as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class PlannerService {
    static final String NAME = "agent-planner";

    /** Starts it on {@code server.port}. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(PlannerService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME));
        application.run(arguments);
    }
}
