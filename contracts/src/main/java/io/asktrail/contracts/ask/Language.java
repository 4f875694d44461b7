package io.asktrail.contracts.ask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/** A language that answers are written in. */
public enum Language {
    @JsonProperty("en")
    ENGLISH("en"),
    @JsonProperty("hi")
    HINDI("hi");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As in {@code lang} and in the registry's labels: {@code en}, {@code hi}. */
    public String tag() {
        return tag;
    }

    /** @throws IllegalArgumentException if answers are not written in it */
    public static Language tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("answers are in en or hi, not in " + tag));
    }

    /** The language that a question is asked in, as far as its script tells: Hindi in Devanagari, else English. */
    public static Language of(String question) {
        return question.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.DEVANAGARI) ? HINDI : ENGLISH;
    }
}
