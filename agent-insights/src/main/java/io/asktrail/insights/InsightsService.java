package io.asktrail.insights;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** agent-insights as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class InsightsService {
    static final String NAME = "agent-insights";

    public static void main(String[] args) {
        var application = new SpringApplication(InsightsService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME, "spring.application.name", NAME));
        application.run(args);
    }
}
