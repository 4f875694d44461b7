package io.asktrail.ads;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Amazon Ads as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class AdsService {
    static final String NAME = "agent-ads";

    /** Starts it on {@code server.port}. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(AdsService.class);
        application.setDefaultProperties(Map.of("asktrail.service", NAME));
        application.run(arguments);
    }
}
