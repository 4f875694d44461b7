package io.asktrail.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The gateway as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class GatewayService {
    public static void main(String[] arguments) {
        var service = new SpringApplication(GatewayService.class);
        service.setDefaultProperties(Map.of("asktrail.service", "gateway"));
        service.run(arguments);
    }
}
