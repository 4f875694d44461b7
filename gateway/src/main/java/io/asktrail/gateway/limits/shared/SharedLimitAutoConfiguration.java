package io.asktrail.gateway.limits.shared;

import io.asktrail.gateway.limits.Buckets;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Only where a database is named: a gateway needs none. */
@AutoConfiguration(beforeName = "io.asktrail.gateway.limits.LimitAutoConfiguration")
@ConditionalOnProperty("asktrail.gateway.limits.shared.url")
@EnableConfigurationProperties(SharedLimitProperties.class)
class SharedLimitAutoConfiguration {
    @Bean
    LimitStore limitStore(SharedLimitProperties settings) {
        return new LimitStore(settings);
    }

    @Bean
    Buckets sharedBuckets(LimitStore store, SharedLimitProperties settings, Clock clock) {
        return new SharedBuckets(store, settings.leftAlone(), clock);
    }
}
