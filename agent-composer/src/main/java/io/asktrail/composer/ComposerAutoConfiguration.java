package io.asktrail.composer;

import io.asktrail.composer.rewording.Rewording;
import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.model.LanguageModel;
import io.asktrail.model.RestingModel;
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

/** Puts agent-composer into any process; its HTTP door opens only in its own. */
@AutoConfiguration
@EnableConfigurationProperties({ComposerProperties.class, ComposerModel.class})
class ComposerAutoConfiguration {
    static final String LOGIC = "composerLogic";
    static final String MODEL = "wordingModel";

    @Bean
    @ConditionalOnMissingBean(CurrentRegistry.class)
    LiveRegistry currentRegistry(ComposerProperties properties) {
        return LiveRegistry.open(RegistryLocation.of(properties.registry(), properties.workspace()));
    }

    // Primary: in the agent's own process the controller is of the same type.
    @Bean(LOGIC)
    @Primary
    ComposerAgent composerLogic(
            CurrentRegistry registry, ComposerModel properties, @Qualifier(MODEL) ObjectProvider<LanguageModel> model) {
        var asked = model.getIfAvailable();
        return asked == null
                ? new Composer(registry)
                : new Composer(registry, new Rewording(asked, properties.model(), Clock.systemUTC()));
    }

    @Bean(MODEL)
    @ConditionalOnProperty("asktrail.composer.model.base-url")
    LanguageModel wordingModel(ComposerModel properties) {
        return RestingModel.of(properties.model());
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = ComposerService.NAME)
    ComposerController composerController(ComposerAgent composerLogic) {
        return new ComposerController(composerLogic);
    }
}
