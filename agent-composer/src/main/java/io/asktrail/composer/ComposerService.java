package io.asktrail.composer;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** agent-composer as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ComposerService {
    static final String NAME = "agent-composer";

    public static void main(String[] args) {
        var application = new SpringApplication(ComposerService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME, "spring.application.name", NAME));
        application.run(args);
    }
}
