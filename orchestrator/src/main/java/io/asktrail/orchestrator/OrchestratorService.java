package io.asktrail.orchestrator;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The orchestrator in a process of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class OrchestratorService {
    public static void main(String[] args) {
        var application = new SpringApplication(OrchestratorService.class);
        application.setDefaultProperties(Map.of("asktrail.service", "orchestrator"));
        application.run(args);
    }
}
