package io.asktrail.service.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Channel;
import io.asktrail.contracts.caller.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Caller} stands in a token. What is missing, of another type or unknown gives nothing: a claim that is
 * misunderstood must never widen what its bearer sees.
 */
public final class CallerClaims {
    private CallerClaims() {}

    /** The caller as the claims of a token that was already verified describe them. */
    public static Caller read(String sub, Map<String, Object> claims) {
        return new Caller(
                sub,
                texts(claims.get("roles")).stream().flatMap(CallerClaims::role).toList(),
                texts(claims.get("regions")),
                texts(claims.get("teams")),
                scope(claims.get("scope")),
                channel(claims.get("channel")));
    }

    /** Puts the caller into a token that is being made. */
    public static JWTClaimsSet.Builder write(JWTClaimsSet.Builder token, Caller caller) {
        return token.subject(caller.sub())
                .claim("roles", caller.roles().stream().map(CallerClaims::name).toList())
                .claim("regions", caller.regions())
                .claim("teams", caller.teams())
                .claim("scope", caller.scope())
                .claim("channel", name(caller.channel()));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    // It gives no rights, so one that is not known is as good as none.
    private static Channel channel(@Nullable Object claim) {
        return Arrays.stream(Channel.values())
                .filter(channel -> name(channel).equals(claim))
                .findFirst()
                .orElse(Channel.HTTP);
    }

    private static Stream<Role> role(String name) {
        return Arrays.stream(Role.values()).filter(role -> name(role).equals(name));
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> !text.isBlank())
                        .toList()
                : List.of();
    }

    /** OAuth writes it as one text with spaces. */
    private static List<String> scope(@Nullable Object claim) {
        return claim instanceof String text
                ? Arrays.stream(text.split(" ")).filter(part -> !part.isBlank()).toList()
                : texts(claim);
    }
}
