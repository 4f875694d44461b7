package io.asktrail.router;

import io.asktrail.model.RestingModel;
import io.asktrail.router.model.BudgetInMemory;
import io.asktrail.router.model.ModelReader;
import io.asktrail.router.state.BudgetInPostgres;
import io.asktrail.router.state.RouterDatabase;
import io.asktrail.router.verified.VerifiedReader;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A model that reads what the rules do not; only where one has an address. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouterModel.class)
class ModelConfiguration {
    @Bean
    @ConditionalOnProperty("asktrail.router.model.base-url")
    ModelReader modelReader(
            VocabularyStore vocabulary,
            VerifiedReader examples,
            RouterModel settings,
            ObjectProvider<RouterDatabase> database,
            ObjectProvider<Clock> clock) {
        var there = database.getIfAvailable();
        var limits = settings.daily().limits();
        return new ModelReader(
                vocabulary,
                examples,
                RestingModel.of(settings.model()),
                settings.model(),
                there == null ? new BudgetInMemory(limits) : new BudgetInPostgres(there, limits),
                clock.getIfAvailable(Clock::systemUTC));
    }
}
