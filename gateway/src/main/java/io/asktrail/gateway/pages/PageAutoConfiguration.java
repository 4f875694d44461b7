package io.asktrail.gateway.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Files and documents for everybody. */
@AutoConfiguration
class PageAutoConfiguration {
    // Behind the login and the limits.
    private static final int ORDER = 10;

    @Bean
    WebMvcConfigurer files() {
        return new Files();
    }

    @Bean
    FilterRegistrationBean<Filter> wholeDocument(JsonMapper json) {
        var registration = new FilterRegistrationBean<Filter>(new WholeDocument(OwnAddresses.read(json), json));
        registration.addUrlPatterns("/openapi.json");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(ORDER);
        return registration;
    }

    /** The document is added to after it was forwarded inside; the server would end the reply before that. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> repliesGoOnAfterForwards() {
        return server -> server.addContextCustomizers(context -> context.setSuspendWrappedResponseAfterForward(false));
    }
}
