package io.asktrail.planner;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.planner.model.ModelSettings;
import io.asktrail.planner.model.RestingModel;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The planner as a bean; behind HTTP only where it is a service of its own. */
@AutoConfiguration
@EnableConfigurationProperties({PlannerProperties.class, ModelSettings.class})
public class PlannerAutoConfiguration {
    static final String LOGIC = "plannerLogic";

    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(PlannerProperties settings) {
        return LiveRegistry.open(RegistryLocation.of(settings.registry(), settings.workspace()));
    }

    @Bean(LOGIC)
    @Primary
    PlannerAgent plannerLogic(CurrentRegistry registry, ModelSettings model) {
        return model.isOn()
                ? new ModelPlanner(registry, RestingModel.of(model), model, new PlanGuard(), Clock.systemUTC())
                : new RulePlanner(registry);
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = PlannerService.NAME)
    PlannerController plannerController(@Qualifier(LOGIC) PlannerAgent logic) {
        return new PlannerController(logic);
    }
}
