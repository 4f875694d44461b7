package io.asktrail.gateway.routes;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.asktrail.gateway.GatewayProperties;
import io.asktrail.service.problem.ProblemWriter;
import io.asktrail.service.token.InternalTokens;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The ways in. Whether the orchestrator is in this process or not is seen here and nowhere else. */
@AutoConfiguration(before = GatewayServerMvcAutoConfiguration.class)
class RouteAutoConfiguration {
    // The filter of the login has order -100.
    private static final int BEFORE_THE_LOGIN = -110;

    @Bean
    RouterFunction<ServerResponse> orchestratorRoutes(
            GatewayProperties gateway, InternalTokens tokens, InnerHttp http) {
        var orchestrator = wayTo(gateway, tokens, http);
        return GatewayRouterFunctions.route("orchestrator")
                .route(path("/v1/**"), orchestrator)
                .route(path("/openapi.json"), orchestrator)
                .build();
    }

    private static HandlerFunction<ServerResponse> wayTo(
            GatewayProperties gateway, InternalTokens tokens, InnerHttp http) {
        return gateway.orchestratorUrl() == null
                ? new ForwardedInside()
                : new SentInside(
                        http,
                        gateway.orchestratorUrl(),
                        new InnerTokens(tokens.towards("orchestrator")),
                        gateway.timeout());
    }

    @Bean
    InnerHttp innerHttp(GatewayProperties gateway) {
        return new InnerHttp(gateway.timeout());
    }

    /** In front of the filter that opens the span of a request, which Boot puts at the very first place but one. */
    @Bean
    FilterRegistrationBean<Filter> front(Draining draining) {
        return first(new FrontFilter(draining), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<Filter> requestId() {
        return first(new RequestIdFilter(), Ordered.HIGHEST_PRECEDENCE + 2);
    }

    /** Before the login: a browser asks whether it may send a token without sending it. */
    @Bean
    FilterRegistrationBean<Filter> crossOrigin(GatewayProperties gateway, ProblemWriter problems) {
        var rules = new CrossOrigin(gateway, problems);
        var filter = new CorsFilter(rules::rightsOf);
        filter.setCorsProcessor(rules);
        return first(filter, BEFORE_THE_LOGIN);
    }

    @Bean
    Draining draining(GatewayProperties gateway) {
        return new Draining(gateway.drain());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> brokenRequests(JsonMapper json) {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                // Behind the one that Boot sets, so that this one comes first on the way back.
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new BrokenRequests(json));
            }
        });
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(order);
        return registration;
    }
}
