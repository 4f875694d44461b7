package io.asktrail.planner;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.model.RestingModel;
import io.asktrail.planner.playbook.PlaybookPlanner;
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
@EnableConfigurationProperties({PlannerProperties.class, PlannerModel.class})
public class PlannerAutoConfiguration {
    static final String LOGIC = "plannerLogic";
    static final String PLAYBOOKS = "playbookLogic";

    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(PlannerProperties settings) {
        return LiveRegistry.open(RegistryLocation.of(settings.registry(), settings.workspace()));
    }

    @Bean(LOGIC)
    @Primary
    PlannerAgent plannerLogic(CurrentRegistry registry, PlannerModel properties) {
        var model = properties.model();
        return model.isOn()
                ? new ModelPlanner(registry, RestingModel.of(model), model, new PlanGuard(), Clock.systemUTC())
                : new RulePlanner(registry);
    }

    @Bean(PLAYBOOKS)
    @Primary
    PlaybookAgent playbookLogic(CurrentRegistry registry, @Qualifier(LOGIC) PlannerAgent logic) {
        return new PlaybookPlanner(registry, logic);
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = PlannerService.NAME)
    PlannerController plannerController(@Qualifier(LOGIC) PlannerAgent logic) {
        return new PlannerController(logic);
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = PlannerService.NAME)
    PlaybookController playbookController(@Qualifier(PLAYBOOKS) PlaybookAgent logic) {
        return new PlaybookController(logic);
    }
}
