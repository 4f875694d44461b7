package io.asktrail.cli.render;

import io.asktrail.contracts.ask.Language;

/** What stands around the parts of an answer and is told on the way to it, in the language of its words. */
public enum Heading {
    HOW("How: ", "विधि: "),
    NOTE("Note: ", "ध्यान दें: "),
    ASSUMED("Assumed: ", "माना गया: "),
    MORE_ROWS(
            "… and %d more rows: all of them with --json or into a file",
            "… और %d पंक्तियाँ: सभी --json से या फ़ाइल में मिलेंगी"),
    YOU_MAY_MEAN("You may mean:", "आपका मतलब यह हो सकता है:"),
    CAN_BE_ANSWERED("What can be answered:", "इनका उत्तर मिल सकता है:"),
    ANSWERED_BY("%s · answer %s · %d ms", "%s · उत्तर %s · %d मि.से."),
    TOTAL("Total", "कुल"),
    LOW_AND_HIGH("low %s (%s) · high %s (%s)", "सबसे कम %s (%s) · सबसे ज़्यादा %s (%s)"),
    NO_NUMBERS("no numbers", "कोई आँकड़े नहीं"),
    ONE_BLOCK("one block is the last of about %d points", "हर खंड लगभग %d बिंदुओं में आखिरी है"),
    FROM_TO("%s to %s", "%s से %s तक"),
    READING("Reading the question", "प्रश्न पढ़ा जा रहा है"),
    PLANNING("Planning", "योजना बन रही है"),
    WORKING("Working", "काम चल रहा है"),
    STEP("Step %d of %d", "चरण %d, कुल %d"),
    LOOKING_FURTHER("Looking further", "और आगे देखा जा रहा है");

    private final String english;
    private final String hindi;

    Heading(String english, String hindi) {
        this.english = english;
        this.hindi = hindi;
    }

    /** @param values what stands in its places, as {@link String#format} takes them */
    public String in(Language language, Object... values) {
        var words =
                switch (language) {
                    case ENGLISH -> english;
                    case HINDI -> hindi;
                };
        return values.length == 0 ? words : words.formatted(values);
    }
}
