package io.asktrail.slack.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is Slack's and fresh. The SDK's own check compares texts until they differ, lets any time of the future in
 * and works on lines put together again; so this one stands before it, on the bytes as they came.
 */
final class Signatures {
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final Supplier<String> secret;
    private final Clock clock;

    /** @param secret fetched for each request, so that a new one holds at once */
    Signatures(Supplier<String> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * @param timestamp when it was signed, in seconds; null if it does not say
     * @param signature as the request has it; null if it has none
     */
    boolean hold(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        return timestamp != null
                && signature != null
                && SECONDS.matcher(timestamp).matches()
                && isFresh(Long.parseLong(timestamp))
                && MessageDigest.isEqual(
                        signed(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isFresh(long seconds) {
        return Math.abs(clock.instant().getEpochSecond() - seconds) <= FRESH.toSeconds();
    }

    private String signed(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.get().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update("%s:%s:".formatted(VERSION, timestamp).getBytes(StandardCharsets.UTF_8));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, impossible);
        }
    }
}
