package io.asktrail.evals.page;

import io.asktrail.testkit.RunningAsktrail;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token that was good once: signed with the right key, and its time is over. */
final class ExpiredToken {
    private ExpiredToken() {}

    static String of(RunningAsktrail asktrail) {
        var good = asktrail.ownerToken().split("\\.");
        var now = Instant.now().getEpochSecond();
        var claims = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8)
                .replaceAll("\"iat\":\\d+", "\"iat\":" + (now - 7200))
                .replaceAll("\"exp\":\\d+", "\"exp\":" + (now - 3600));
        var signed = good[0] + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(mac(asktrail, signed));
    }

    private static byte[] mac(RunningAsktrail asktrail, String text) {
        try {
            var key = Base64.getDecoder()
                    .decode(RunningAsktrail.read(asktrail.home().resolve("secrets/login.key")));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
