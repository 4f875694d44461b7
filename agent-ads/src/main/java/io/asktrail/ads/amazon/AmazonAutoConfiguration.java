package io.asktrail.ads.amazon;

import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The client, where somebody has given a login; nowhere else is there one. */
@AutoConfiguration
@Conditional(AmazonAutoConfiguration.LoginIsGiven.class)
@EnableConfigurationProperties(AmazonProperties.class)
public class AmazonAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AccountCalendar accountCalendar(AmazonProperties properties) {
        return new AccountCalendar(properties.daysAhead());
    }

    @Bean
    @ConditionalOnMissingBean
    AmazonAds amazonAds(AmazonProperties properties, AccountCalendar calendar, CurrentRegistry registry, Clock clock) {
        var settings = upstream(registry)
                .map(quota -> properties.settings().withQuota(quota.rpm(), quota.atOnce()))
                .orElseGet(properties::settings);
        return new HttpAmazonAds(settings, calendar.clock(clock));
    }

    /** What the registry's tools of this agent may ask of Amazon. */
    private static Optional<ToolDefinition.Upstream> upstream(CurrentRegistry registry) {
        return registry.get().tools().values().stream()
                .filter(tool -> tool.agent() == ToolDefinition.Agent.ADS && tool.kind() == ToolDefinition.Kind.API)
                .map(tool -> tool.quotas().upstream())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A part of a login is enough: what is missing is then said, instead of silently having no client. */
    static final class LoginIsGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Stream.of("client-id", "client-secret", "refresh-token")
                    .map(name -> context.getEnvironment().getProperty(AmazonProperties.PREFIX + "." + name))
                    .anyMatch(StringUtils::hasText);
        }
    }
}
