package io.asktrail.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By the vector that Slack publishes. */
class SignaturesTest {
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final long SIGNED_AT = 1_531_420_618L;
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final String BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                    + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    @Test
    void believesWhatSlackHasSigned() {
        assertThat(holds(SECRET, 0, String.valueOf(SIGNED_AT), SIGNATURE, BODY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"300,true", "-300,true", "301,false", "-301,false", "86400,false"})
    void believesItForFiveMinutesEitherWay(long secondsLater, boolean believed) {
        assertThat(holds(SECRET, secondsLater, String.valueOf(SIGNED_AT), SIGNATURE, BODY))
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v0=",
                "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5030"
            })
    void believesNoOtherSignature(String signature) {
        assertThat(holds(SECRET, 0, String.valueOf(SIGNED_AT), signature, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "-1531420618", "1531420618.0", " 1531420618", "99999999999999999999", "1531420619"})
    void believesNoOtherTime(String timestamp) {
        assertThat(holds(SECRET, 0, timestamp, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void believesNoOtherBodyOrSecretNorWhatIsLeftOut() {
        assertThat(holds(SECRET, 0, String.valueOf(SIGNED_AT), SIGNATURE, BODY + "\n"))
                .isFalse();
        assertThat(holds(SECRET, 0, String.valueOf(SIGNED_AT), SIGNATURE, BODY.replace("roadrunner", "coyote")))
                .isFalse();
        assertThat(holds(SECRET + "0", 0, String.valueOf(SIGNED_AT), SIGNATURE, BODY))
                .isFalse();
        assertThat(holds(SECRET, 0, null, SIGNATURE, BODY)).isFalse();
        assertThat(holds(SECRET, 0, String.valueOf(SIGNED_AT), null, BODY)).isFalse();
    }

    private static boolean holds(
            String secret, long secondsLater, @Nullable String timestamp, @Nullable String signature, String body) {
        var now = Instant.ofEpochSecond(SIGNED_AT).plus(Duration.ofSeconds(secondsLater));
        return new Signatures(() -> secret, Clock.fixed(now, ZoneOffset.UTC))
                .hold(timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }
}
