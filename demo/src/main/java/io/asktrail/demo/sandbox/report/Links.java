package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.sandbox.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links to files that need no login: whoever has one may read, until it is too old. */
final class Links {
    private static final String ALGORITHM = "HmacSHA256";

    private final String base;
    private final Duration life;
    private final InstantSource time;
    private final byte[] key = new byte[32];

    Links(String base, Duration life, InstantSource time) {
        this.base = base;
        this.life = life;
        this.time = time;
        new SecureRandom().nextBytes(key);
    }

    record Link(String url, Instant expiresAt) {}

    Link to(String reportId) {
        var expiresAt = time.instant().plus(life);
        long millis = expiresAt.toEpochMilli();
        var url = "%s/report-storage/report-%s.json.gz?X-Amz-Algorithm=%s&X-Amz-Expires=%d&X-Amz-Signature=%s"
                .formatted(base, reportId, ALGORITHM, millis, signature(reportId, Long.toString(millis)));
        return new Link(url, Instant.ofEpochMilli(millis));
    }

    /** Whether the link is one of ours; it may be too old all the same. */
    boolean isSigned(String reportId, Call call) {
        var expires = call.query("X-Amz-Expires").orElse("");
        var given = call.query("X-Amz-Signature").orElse("");
        return MessageDigest.isEqual(bytes(signature(reportId, expires)), bytes(given));
    }

    boolean isExpired(Call call) {
        long millis = call.query("X-Amz-Expires").map(Long::parseLong).orElse(0L);
        return !time.instant().isBefore(Instant.ofEpochMilli(millis));
    }

    private String signature(String reportId, String expires) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(bytes(reportId + '\n' + expires)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
