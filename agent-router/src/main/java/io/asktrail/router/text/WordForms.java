package io.asktrail.router.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Brings the forms of an English noun together: singular and plural get the same key. */
public final class WordForms {
    private WordForms() {}

    /** The key of a phrase whose words stand in any number. */
    public static String key(String phrase) {
        return Arrays.stream(phrase.split(" ")).map(WordForms::stem).collect(Collectors.joining(" "));
    }

    private static String stem(String word) {
        var length = word.length();
        if (length < 4 || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")) {
            return word.substring(0, length - 2);
        }
        return word.substring(0, length - 1);
    }
}
