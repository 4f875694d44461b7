package io.asktrail.gateway.login;

import com.nimbusds.jwt.JWTClaimsSet;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.gateway.channel.ChannelTokens;
import io.asktrail.service.token.CallerClaims;
import java.util.Map;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Callers' own tokens, and those that this process made for its channels. */
final class CallersAndChannels implements JwtDecoder {
    private final JwtDecoder callers;
    private final ChannelTokens channels;

    CallersAndChannels(JwtDecoder callers, ChannelTokens channels) {
        this.callers = callers;
        this.channels = channels;
    }

    @Override
    public Jwt decode(String token) {
        if (!ChannelTokens.looksLikeOne(token)) {
            return callers.decode(token);
        }
        return channels.callerOf(token)
                .map(caller -> vouchedFor(token, caller))
                .orElseThrow(() -> new BadJwtException("no token of a channel of this process"));
    }

    private static Jwt vouchedFor(String token, Caller caller) {
        var claims =
                CallerClaims.write(new JWTClaimsSet.Builder(), caller).build().getClaims();
        return Jwt.withTokenValue(token)
                .headers(headers -> headers.putAll(Map.of("typ", "channel")))
                .claims(all -> all.putAll(claims))
                .build();
    }
}
