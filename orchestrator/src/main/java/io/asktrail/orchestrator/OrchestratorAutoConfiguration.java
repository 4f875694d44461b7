package io.asktrail.orchestrator;

import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.task.TaskResolver;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RestController;

/** The registry that every question is read by, and the controllers; each package has a configuration of its own. */
@AutoConfiguration
@PropertySource("classpath:asktrail-orchestrator.properties")
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
class OrchestratorAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(Environment environment) {
        return LiveRegistry.open(RegistryLocation.of(
                environment.getProperty("asktrail.registry"), environment.getProperty("asktrail.workspace", "demo")));
    }

    @Bean
    TaskResolver taskResolver(Clock clock) {
        return new TaskResolver(clock);
    }
}
