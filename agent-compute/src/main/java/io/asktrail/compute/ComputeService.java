package io.asktrail.compute;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** agent-compute as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ComputeService {
    static final String NAME = "agent-compute";

    public static void main(String[] args) {
        var application = new SpringApplication(ComputeService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME, "spring.application.name", NAME));
        application.run(args);
    }
}
