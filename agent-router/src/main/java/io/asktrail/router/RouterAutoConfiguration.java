package io.asktrail.router;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.router.model.ModelReader;
import io.asktrail.router.verified.VerifiedReader;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The router as a bean; behind HTTP only where it is a service of its own. */
@AutoConfiguration
@EnableConfigurationProperties({RouterProperties.class, FeedProperties.class})
@Import({VerifiedConfiguration.class, ModelConfiguration.class})
public class RouterAutoConfiguration {
    static final String LOGIC = "routerLogic";

    @Bean
    @ConditionalOnMissingBean
    CurrentRegistry currentRegistry(RouterProperties settings) {
        return LiveRegistry.open(RegistryLocation.of(settings.registry(), settings.workspace()));
    }

    @Bean
    VocabularyStore vocabularyStore(CurrentRegistry registry) {
        return new VocabularyStore(registry);
    }

    @Bean(LOGIC)
    @Primary
    RouterAgent routerLogic(VocabularyStore vocabulary, VerifiedReader verified, ObjectProvider<ModelReader> model) {
        return new LayeredRouter(
                new RepeatedQuestions(vocabulary, new RuleRouter(vocabulary)), verified, model.getIfAvailable());
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = RouterService.NAME)
    RouterController routerController(@Qualifier(LOGIC) RouterAgent logic) {
        return new RouterController(logic);
    }

    @Bean
    ValueFeedRefresher valueFeedRefresher(
            CurrentRegistry registry,
            VocabularyStore vocabulary,
            ObjectProvider<AdsAgent> ads,
            ObjectProvider<SalesAgent> sales,
            FeedProperties settings,
            ObjectProvider<Clock> clock) {
        return new ValueFeedRefresher(
                registry, vocabulary, () -> sources(ads, sales), settings, clock.getIfAvailable(Clock::systemUTC));
    }

    // Either agent may be absent: then its values are those that the registry knows.
    private static List<? extends DataAgent> sources(ObjectProvider<AdsAgent> ads, ObjectProvider<SalesAgent> sales) {
        return Stream.<@Nullable DataAgent>of(ads.getIfAvailable(), sales.getIfAvailable())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Values are asked for when everything that may be asked is up. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> valueFeedStart(ValueFeedRefresher refresher) {
        return _ -> refresher.start();
    }
}
