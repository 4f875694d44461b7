package io.asktrail.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.gateway.channel.ChannelTokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Believes callers' own tokens, and those that this process made for its channels. A token that was verified is
 * remembered, by its hash and until it expires, so that the signature is worked out once and not with every request.
 */
public final class CallerLogin implements AuthenticationManager {
    // As long as an issuer's keys are kept, so that a key that was withdrawn is not believed for longer by this.
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int AT_MOST = 20_000;
    // A channel's token is looked up each time, it costs nothing.
    private static final Duration CHANNEL = Duration.ofMinutes(10);

    private final JwtDecoder tokens;
    private final ClaimPaths claims;
    private final ChannelTokens channels;
    private final Clock clock;
    private final Cache<ByteBuffer, LoggedIn> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(AT_MOST)
            .build();

    CallerLogin(JwtDecoder tokens, ClaimPaths claims, ChannelTokens channels, Clock clock) {
        this.tokens = tokens;
        this.claims = claims;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication bearer) {
        return new CallerAuthentication(verify(((BearerTokenAuthenticationToken) bearer).getToken()));
    }

    /**
     * Whose token this is.
     *
     * @throws AuthenticationException if it is not believed ({@link #why} says why to its bearer), or if that cannot be
     *     found out just now
     */
    public LoggedIn verify(String token) {
        try {
            return ChannelTokens.looksLikeOne(token) ? ofChannel(token) : ofCaller(token);
        } catch (BadJwtException refused) {
            throw new InvalidBearerTokenException(String.valueOf(refused.getMessage()), refused);
        } catch (JwtException unknown) {
            throw new AuthenticationServiceException(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    /** A refusal as a sentence for whoever sent the token. */
    public static String why(AuthenticationException refusal) {
        return Refusals.sentence(refusal);
    }

    private LoggedIn ofCaller(String token) {
        // Libraries forgive padding and other letters; a token has one way to be written.
        if (!TokenShape.isJwt(token)) {
            throw new BadJwtException("not three parts of base64url");
        }
        var hash = hash(token);
        var known = verified.getIfPresent(hash);
        if (known != null && known.isValid(clock.instant())) {
            return known;
        }
        var now = loggedIn(tokens.decode(token));
        verified.put(hash, now);
        return now;
    }

    private LoggedIn loggedIn(Jwt token) {
        return new LoggedIn(
                claims.caller(token),
                Objects.requireNonNull(token.getExpiresAt()).plus(TokenChecks.SKEW));
    }

    private LoggedIn ofChannel(String token) {
        return channels.callerOf(token)
                .map(caller -> new LoggedIn(caller, clock.instant().plus(CHANNEL)))
                .orElseThrow(() -> new BadJwtException("no token of a channel of this process"));
    }

    /** What is kept in memory must not let anybody in who reads it. */
    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
