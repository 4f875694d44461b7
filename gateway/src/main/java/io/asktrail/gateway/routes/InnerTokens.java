package io.asktrail.gateway.routes;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.service.token.TokenMinter;
import java.time.Duration;

/** Internal tokens. One is good for a minute and used for a third of it: who asks often is not signed for each time. */
final class InnerTokens {
    private static final Duration USED = Duration.ofSeconds(20);
    private static final int AT_MOST = 10_000;

    private final LoadingCache<Caller, String> tokens;

    InnerTokens(TokenMinter minter) {
        tokens = Caffeine.newBuilder()
                .expireAfterWrite(USED)
                .maximumSize(AT_MOST)
                .build(minter::mint);
    }

    String of(Caller caller) {
        return tokens.get(caller);
    }
}
