package io.asktrail.gateway.limits;

import io.asktrail.gateway.GatewayProperties;
import io.asktrail.service.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The limits, behind the login (whose filter has order -100): only a known caller has a bucket and a body to be read. */
@AutoConfiguration
@EnableConfigurationProperties(LimitProperties.class)
class LimitAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Buckets buckets() {
        return new OwnBuckets();
    }

    @Bean
    FilterRegistrationBean<Filter> rateLimit(LimitProperties limits, Buckets buckets, ProblemWriter problems) {
        return behindLogin(
                new RateLimitFilter(new RateLimits(limits, buckets), new Routes(limits.routes()), problems), 0);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimit(GatewayProperties gateway, ProblemWriter problems) {
        return behindLogin(new BodyLimitFilter(gateway.maxBody(), problems), 1);
    }

    private static FilterRegistrationBean<Filter> behindLogin(Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(order);
        return registration;
    }
}
