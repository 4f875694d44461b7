package io.asktrail.service.token;

import io.asktrail.service.ServiceProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The internal tokens of this process. */
@AutoConfiguration
class TokenAutoConfiguration {
    @Bean
    InternalTokens internalTokens(ServiceProperties service, Clock clock) {
        return new InternalTokens(
                service.service(), new InternalKeys(service.internal().keyDir()), clock);
    }

    @Bean
    TokenVerifier internalTokenVerifier(InternalTokens tokens) {
        return tokens.ours();
    }
}
