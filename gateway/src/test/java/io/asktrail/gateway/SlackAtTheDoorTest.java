package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack has no token of ours: where it is set up its addresses let it in by its signature, and open nothing else. */
class SlackAtTheDoorTest {
    private static final String SECRET = "a-signing-secret";
    private static final String CHALLENGE = "{\"type\":\"url_verification\",\"challenge\":\"abc\"}";

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void comesInByItsSignatureAloneAndOnlyAtItsAddresses() throws Exception {
        try (var suite = Suite.inOneProcess(settings())) {
            // Given
            var web = Web.at(suite.port());

            // When
            var signed = web.post("/slack/events", CHALLENGE, signature());
            var unsigned = web.post("/slack/events", CHALLENGE);
            var elsewhere = web.post("/slack/other", CHALLENGE, signature());
            var atTheApi = web.post("/v1/ask", CHALLENGE, signature());

            // Then
            assertThat(signed.statusCode()).isEqualTo(200);
            assertThat(signed.body()).isEqualTo("abc");
            assertThat(unsigned.statusCode()).isEqualTo(401);
            assertThat(unsigned.body()).contains("with its signature");
            Doors.assertProblem(elsewhere, 401, "UNAUTHENTICATED");
            Doors.assertProblem(atTheApi, 401, "UNAUTHENTICATED");
        }
    }

    @Test
    void isNotThereWhereNobodyHasSetItUp() throws Exception {
        try (var suite = Suite.inOneProcess()) {
            Doors.assertProblem(
                    Web.at(suite.port()).post("/slack/events", CHALLENGE, signature()), 401, "UNAUTHENTICATED");
        }
    }

    private String[] settings() throws IOException {
        var people = Files.writeString(folder.resolve("people.yaml"), """
            workspaces:
              - team: T0TEAM
                contact: Priya
            """);
        return new String[] {
            "asktrail.slack.signing-secret=file:" + Files.writeString(folder.resolve("secret"), SECRET),
            "asktrail.slack.bot-token=file:" + Files.writeString(folder.resolve("token"), "xoxb-none"),
            "asktrail.slack.people=" + people,
            "asktrail.slack.api-url=http://127.0.0.1:1/api/"
        };
    }

    private static String[] signature() throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = mac.doFinal("v0:%d:%s".formatted(now, CHALLENGE).getBytes(StandardCharsets.UTF_8));
        return new String[] {
            "X-Slack-Request-Timestamp",
            String.valueOf(now),
            "X-Slack-Signature",
            "v0=" + HexFormat.of().formatHex(signed)
        };
    }
}
