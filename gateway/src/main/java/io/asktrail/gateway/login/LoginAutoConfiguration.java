package io.asktrail.gateway.login;

import io.asktrail.gateway.GatewayProperties;
import io.asktrail.gateway.channel.ChannelTokens;
import io.asktrail.service.channel.LoggedIn;
import io.asktrail.service.channel.PublicAddress;
import io.asktrail.service.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Nobody comes in without a token but to the few public addresses; there are no sessions and no cookies. */
@AutoConfiguration(before = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(ClaimPaths.class)
@Import(LoginSettingsController.class)
class LoginAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder callerTokens(GatewayProperties gateway, ClaimPaths claims, Clock clock) {
        return Decoders.of(gateway, claims, clock);
    }

    @Bean
    CallerLogin callerLogin(
            JwtDecoder tokens, GatewayProperties gateway, ClaimPaths claims, ChannelTokens channels, Clock clock) {
        return new CallerLogin(tokens, gateway.issuerUri() == null ? ClaimPaths.OURS : claims, channels, clock);
    }

    @Bean
    LoginSettings loginSettings(GatewayProperties gateway) {
        return LoginSettings.of(gateway);
    }

    /** For channels whose senders bring tokens of their own. */
    @Bean
    LoggedIn loggedIn() {
        return CallerAuthentication::callerOf;
    }

    /** A span and a timer for each security filter would cost more than the filters, and bury the trace of a question. */
    @Bean
    SecurityObservationSettings noSpansOfSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            CallerLogin login,
            LoginSettings settings,
            ObjectProvider<PublicAddress> opened,
            ProblemWriter problems) {
        var refusals = new Refusals(problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers(headers, ContentPolicy.of(settings)))
                .authorizeHttpRequests(requests -> addresses(requests, opened))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new OneBearerToken())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(failingInto(refusals))
                        .authenticationManagerResolver(_ -> login))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private static void addresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            ObjectProvider<PublicAddress> opened) {
        // A forward is not seen here at all (asktrail-gateway.properties): these are the ends of what was let in.
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/agents/**", "/orchestrator/**")
                .denyAll()
                .requestMatchers("/", "/index.html", "/assets/**", "/favicon.ico", "/favicon.svg")
                .permitAll()
                .requestMatchers("/login-settings.json", "/openapi.json", "/docs", "/docs/**")
                .permitAll()
                // A browser cannot send a header with it: who has none logs in with the first message.
                .requestMatchers(HttpMethod.GET, "/v1/ws")
                .permitAll()
                .requestMatchers("/health", "/health/**", "/error")
                .permitAll();
        // After what is denied: a channel opens its own address, and nothing that is closed.
        opened.forEach(address -> requests.requestMatchers(address.pattern()).permitAll());
        requests.anyRequest().authenticated();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String contentPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Without this, an issuer that is down would look like a fault of ours. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failingInto(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals::commence);
                return filter;
            }
        };
    }
}
