package io.asktrail.router.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({"spend,spend,0", "spned,spend,1", "clics,clicks,1", "gujrat,gujarat,1", "ca,abc,3", "kitten,sitting,3"})
    void countsLettersThatDiffer(String a, String b, int distance) {
        assertThat(EditDistance.within(a, b, 5)).isEqualTo(distance);
    }

    @Test
    void tellsNoMoreThanThatItIsTooFar() {
        assertThat(EditDistance.within("spend", "impressions", 2)).isEqualTo(3);
        assertThat(EditDistance.within("abcdef", "uvwxyz", 2)).isEqualTo(3);
    }

    @Test
    void agreesWithTheDefinitionOnRandomWords() {
        // Given
        var random = new Random(17);

        for (var n = 0; n < 3_000; n++) {
            var a = word(random);
            var b = word(random);
            for (var max = 0; max <= 3; max++) {
                // When
                var within = EditDistance.within(a, b, max);

                // Then
                assertThat(within).as("%s %s within %d", a, b, max).isEqualTo(Math.min(byDefinition(a, b), max + 1));
            }
        }
    }

    private static String word(Random random) {
        var letters = new StringBuilder();
        for (var n = random.nextInt(7); n >= 0; n--) {
            letters.append((char) ('a' + random.nextInt(3)));
        }
        return letters.toString();
    }

    // Straight from the definition, slow and plain.
    private static int byDefinition(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        var lastA = a.charAt(a.length() - 1);
        var lastB = b.charAt(b.length() - 1);
        var shortA = a.substring(0, a.length() - 1);
        var shortB = b.substring(0, b.length() - 1);
        if (lastA == lastB) {
            return byDefinition(shortA, shortB);
        }
        var least =
                1 + Math.min(byDefinition(shortA, shortB), Math.min(byDefinition(shortA, b), byDefinition(a, shortB)));
        var swapped = a.length() > 1
                && b.length() > 1
                && lastA == b.charAt(b.length() - 2)
                && lastB == a.charAt(a.length() - 2);
        return swapped
                ? Math.min(least, 1 + byDefinition(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2)))
                : least;
    }
}
