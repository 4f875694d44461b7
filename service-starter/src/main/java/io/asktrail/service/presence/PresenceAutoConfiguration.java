package io.asktrail.service.presence;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** In every service: work that nobody waits for any more is stopped. */
@AutoConfiguration
@ConditionalOnProperty(name = "asktrail.stop-when-callers-leave", havingValue = "true", matchIfMissing = true)
class PresenceAutoConfiguration {
    @Bean
    PresenceWatch presenceWatch() {
        return new PresenceWatch();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> presence(PresenceWatch watch) {
        return server -> server.addEngineValves(new PresenceValve(watch));
    }
}
