package io.asktrail.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as the expression says, which is slower and sure. */
class TokenShapeTest {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    // Mostly what may stand in a token, so that enough of them are whole.
    private static final String LETTERS = "aZ09-_....==+/ \n\u00e9\u0660";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "a.b.",
                ".a.b",
                "a..b",
                "a.b.c.d",
                "a.b.c=",
                "a.b.c\n",
                " a.b.c",
                "a.b.\u00e9"
            })
    void refusesWhatIsNotThreePartsOfBase64Url(String token) {
        assertThat(TokenShape.isJwt(token)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhc2hhIn0.Zz-_09"})
    void knowsATokenWhenItSeesOne(String token) {
        assertThat(TokenShape.isJwt(token)).isTrue();
    }

    @Test
    void agreesWithTheExpressionOnAnything() {
        // Given
        var random = new Random(11);
        var whole = 0;

        for (var i = 0; i < 200_000; i++) {
            var token = new StringBuilder();
            for (var length = random.nextInt(9); length > 0; length--) {
                token.append(LETTERS.charAt(random.nextInt(i % 2 == 0 ? 10 : LETTERS.length())));
            }

            // When
            var found = TokenShape.isJwt(token);

            // Then
            assertThat(found).isEqualTo(SHAPE.matcher(token).matches());
            whole += found ? 1 : 0;
        }
        assertThat(whole).isGreaterThan(1_000);
    }
}
