package io.asktrail.gateway.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.caller.Caller;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens with which a channel of this process calls this process. They are random numbers that only this memory knows: there
 * is no key that could get lost, and one that somebody makes up is as unknown as any other.
 */
public final class ChannelTokens {
    private static final String MARK = "channel_";
    private static final int BYTES = 32;
    // Longer than the longest answer takes: a token is made for each client that a channel asks for.
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int AT_MOST = 100_000;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Caller> callers =
            Caffeine.newBuilder().expireAfterWrite(VALID).maximumSize(AT_MOST).build();

    /** A token with which a request comes from this caller. */
    public String mint(Caller caller) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        callers.put(token, caller);
        return token;
    }

    /** Whether the token says of itself that it is one of these; it may still be unknown. */
    public static boolean looksLikeOne(String token) {
        return token.startsWith(MARK);
    }

    /** Whose token this is; empty if it was never made, or too long ago. */
    public Optional<Caller> callerOf(String token) {
        return Optional.ofNullable(callers.getIfPresent(token));
    }
}
