package io.asktrail.guardrails.question;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A question as a reader takes it in: look-alike letters of other alphabets are the Latin ones, accents and what has no
 * width are gone, digits that stand for letters are letters, words that were s p a c e d out are whole again.
 */
final class ReadableText {
    private static final String LOOK_ALIKES =
            "аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhӏlтtкkмmнhвbгrпnαaοoρpεeνvτtιiκkυuχxηnɑaɡgıiⅼl";
    private static final String LEET = "0o1i3e4a5s7t@a$s";
    private static final Pattern LEET_WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}@$]*\\p{L})" + "[a-z0134579@$]*[a-z][a-z0134579@$]*(?![\\p{L}\\p{N}])");
    private static final Pattern SPACED_OUT = Pattern.compile("(?<!\\p{L})\\p{L}(?:[ ._*-]{1,2}\\p{L}(?!\\p{L})){3,}");
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F\\u093C]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F]");

    private ReadableText() {}

    static String of(String question) {
        var plain = Normalizer.normalize(question, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain = ACCENTS.matcher(INVISIBLE.matcher(plain).replaceAll("")).replaceAll("");
        return swapped(plain, LOOK_ALIKES);
    }

    /** The same with digits read as letters, and letters that stand alone drawn together. */
    static String guessed(String question) {
        var plain = of(question);
        var words = LEET_WORD
                .matcher(plain)
                .replaceAll(word -> swapped(word.group(), LEET).replace("$", "s"));
        return SPACED_OUT.matcher(words).replaceAll(word -> word.group().replaceAll("[ ._*-]", ""));
    }

    private static String swapped(String text, String pairs) {
        var swapped = new StringBuilder(text);
        for (var i = 0; i < swapped.length(); i++) {
            var at = pairs.indexOf(swapped.charAt(i));
            if (at >= 0 && at % 2 == 0) {
                swapped.setCharAt(i, pairs.charAt(at + 1));
            }
        }
        return swapped.toString();
    }
}
