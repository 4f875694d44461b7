package io.asktrail.planner;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.model.LanguageModel;
import io.asktrail.model.RestingModel;
import io.asktrail.planner.playbook.ModelLooks;
import io.asktrail.planner.playbook.PlaybookPlanner;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
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
    static final String MODEL = "planModel";

    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(PlannerProperties settings) {
        return LiveRegistry.open(RegistryLocation.of(settings.registry(), settings.workspace()));
    }

    @Bean(LOGIC)
    @Primary
    PlannerAgent plannerLogic(
            CurrentRegistry registry, PlannerModel properties, @Qualifier(MODEL) ObjectProvider<LanguageModel> model) {
        var asked = model.getIfAvailable();
        return asked == null
                ? new RulePlanner(registry)
                : new ModelPlanner(registry, asked, properties.model(), new PlanGuard(), Clock.systemUTC());
    }

    @Bean(MODEL)
    @ConditionalOnProperty("asktrail.planner.model.base-url")
    LanguageModel planModel(PlannerModel properties) {
        return RestingModel.of(properties.model());
    }

    @Bean(PLAYBOOKS)
    @Primary
    PlaybookAgent playbookLogic(
            CurrentRegistry registry, PlannerModel properties, @Qualifier(MODEL) ObjectProvider<LanguageModel> model) {
        // Whether a part can be looked at is for the rules to say: asking a model of each of them would cost a call
        // each.
        var playbooks = new PlaybookPlanner(registry, new RulePlanner(registry));
        var asked = model.getIfAvailable();
        return asked == null
                ? playbooks
                : new ModelLooks(playbooks, registry, asked, properties.model(), Clock.systemUTC());
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
