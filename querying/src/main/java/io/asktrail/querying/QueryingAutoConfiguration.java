package io.asktrail.querying;

import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What every data agent of a process shares: the registry, and one pool for each database. */
@AutoConfiguration
@EnableConfigurationProperties(QueryingProperties.class)
class QueryingAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(QueryingProperties settings) {
        return LiveRegistry.open(RegistryLocation.of(settings.registry(), settings.workspace()));
    }

    @Bean
    @ConditionalOnMissingBean
    Connections connections(QueryingProperties settings) {
        return new Connections(settings.connections().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().settings())));
    }
}
