package io.asktrail.service.call;

import io.asktrail.service.ServiceProperties;
import io.asktrail.service.problem.ProblemWriter;
import io.asktrail.service.token.InternalTokens;
import io.asktrail.service.token.TokenVerifier;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Both ends of an internal call. */
@AutoConfiguration
class CallAutoConfiguration {
    @Bean
    AgentClients agentClients(
            RestClient.Builder http, InternalTokens tokens, JsonMapper json, ServiceProperties service, Clock clock) {
        return new AgentClients(http, tokens, json, service.deadline(), clock);
    }

    @Bean
    FirstResults firstResults(ServiceProperties service) {
        return new FirstResults(service.repeatableCells());
    }

    @Bean
    FilterRegistrationBean<InternalCallFilter> internalCallFilter(TokenVerifier tokens, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new InternalCallFilter(tokens, problems));
        filter.addUrlPatterns("/agents/*", "/orchestrator/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD);
        // Behind the filter that opens the span of a request, so that refusals have a trace id.
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return filter;
    }

    @Bean
    WebMvcConfigurer callContexts(ServiceProperties service, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallContextReceiver(service.deadline(), clock));
            }
        };
    }
}
