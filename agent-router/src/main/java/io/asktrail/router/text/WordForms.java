package io.asktrail.router.text;

/** Brings the forms of an English noun together: singular and plural get the same key. */
public final class WordForms {
    private WordForms() {}

    /** The key of a phrase whose words stand in any number. */
    public static String key(String phrase) {
        // Asked for every phrase of every question: no patterns, no streams.
        var key = new StringBuilder(phrase.length());
        for (var from = 0; from <= phrase.length(); ) {
            var blank = phrase.indexOf(' ', from);
            var to = blank < 0 ? phrase.length() : blank;
            key.append(from == 0 ? "" : " ").append(stem(phrase.substring(from, to)));
            from = to + 1;
        }
        return key.toString();
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
