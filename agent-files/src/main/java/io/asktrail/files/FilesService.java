package io.asktrail.files;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** agent-files as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class FilesService {
    static final String NAME = "agent-files";

    public static void main(String[] args) {
        var application = new SpringApplication(FilesService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME, "spring.application.name", NAME));
        application.run(args);
    }
}
