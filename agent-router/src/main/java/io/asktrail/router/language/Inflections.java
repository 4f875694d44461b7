package io.asktrail.router.language;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The regular forms of English verbs. Of a phrase the first word is inflected: "looks for". */
final class Inflections {
    private Inflections() {}

    static String third(String verb) {
        return first(verb, word -> {
            if (isConsonantY(word)) {
                return word.substring(0, word.length() - 1) + "ies";
            }
            var hissing = word.matches(".*(?:s|x|z|ch|sh|o)");
            return word + (hissing ? "es" : "s");
        });
    }

    /** Both spellings where the last letter may be doubled: one of them is right. */
    static Stream<String> ing(String verb) {
        return Stream.of(
                first(verb, word -> stem(word) + "ing"),
                first(verb, word -> word + word.charAt(word.length() - 1) + "ing"));
    }

    static Stream<String> past(String verb) {
        return Stream.of(
                first(
                        verb,
                        word -> isConsonantY(word) ? word.substring(0, word.length() - 1) + "ied" : stem(word) + "ed"),
                first(verb, word -> word + word.charAt(word.length() - 1) + "ed"));
    }

    private static String first(String verb, UnaryOperator<String> form) {
        var blank = verb.indexOf(' ');
        return blank < 0 ? form.apply(verb) : form.apply(verb.substring(0, blank)) + verb.substring(blank);
    }

    private static boolean isConsonantY(String word) {
        return word.matches(".*[^aeiou]y");
    }

    private static String stem(String word) {
        return word.endsWith("e") && !word.endsWith("ee") ? word.substring(0, word.length() - 1) : word;
    }
}
