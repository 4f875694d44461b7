package io.asktrail.slack.message;

import io.asktrail.contracts.ask.Language;

/**
 * What is said in Slack around an answer.
 * It is so little that both languages stand side by side, where none can be missing.
 */
public enum Words {
    ASKED("Asked: %s", "प्रश्न: %s"),
    WORKING("Working on it…", "उत्तर तैयार हो रहा है…"),
    PLANNING("Understood. Planning…", "समझ लिया। योजना बन रही है…"),
    FETCHING("Fetching the numbers…", "आँकड़े लाए जा रहे हैं…"),
    FETCHED("Fetching the numbers: %d of %d steps done…", "आँकड़े लाए जा रहे हैं: %2$d में से %1$d चरण पूरे…"),
    LOOKING_CLOSER("Looking closer…", "और पास से देखा जा रहा है…"),
    ONLY_A_PART("*Only a part of this could be answered.*", "*इसके केवल एक हिस्से का उत्तर मिल सका।*"),
    ROW_LEFT("%d more row", "%d और पंक्ति"),
    ROWS_LEFT("%d more rows", "%d और पंक्तियाँ"),
    COLUMN_LEFT("%d more column", "%d और कॉलम"),
    COLUMNS_LEFT("%d more columns", "%d और कॉलम"),
    LEFT("… %s.", "… %s।"),
    BOTH_LEFT("… %s and %s.", "… %s और %s।"),
    TOTAL("Total", "कुल"),
    MORE_CAVEATS(
            ":warning: %d more: they are in the file and in the stored answer.",
            ":warning: %d और: वे फ़ाइल में और रखे हुए उत्तर में हैं।"),
    YOU_CAN_ASK("You can ask:", "यह पूछ सकते हैं:"),
    AS_CSV("As CSV", "CSV फ़ाइल"),
    HELPS("This answer helps", "यह उत्तर काम का है"),
    HELPS_NOT("This answer does not help", "यह उत्तर काम का नहीं है"),
    NOTED_AS_HELPFUL("Thank you: noted as helpful.", "धन्यवाद: काम का उत्तर लिख लिया गया।"),
    NOTED_AS_NOT_HELPFUL("Thank you: noted as not helpful.", "धन्यवाद: काम का नहीं, यह लिख लिया गया।"),
    ANSWER("Answer", "उत्तर"),
    WHOLE_ANSWER("The whole answer", "पूरा उत्तर"),
    FILE_TOO_LARGE(
            "The file has %d MB, too many for here: fetch it at %s on Asktrail's own address.",
            "फ़ाइल %d MB की है, यहाँ के लिए बहुत बड़ी: इसे Asktrail के अपने पते पर %s से लें।"),
    ANSWER_ELSEWHERE(
            "Your answer is in our direct messages: not everybody here may see what you may see.",
            "आपका उत्तर हमारे सीधे संदेशों में है: जो आप देख सकते हैं वह यहाँ सब नहीं देख सकते।"),
    FILE_ELSEWHERE(
            "The file is in our direct messages: not everybody here may see what you may see.",
            "फ़ाइल हमारे सीधे संदेशों में है: जो आप देख सकते हैं वह यहाँ सब नहीं देख सकते।"),
    NOT_TO_BE_CHOSEN("This can no longer be chosen: please ask again.", "यह अब नहीं चुना जा सकता: फिर से पूछें।"),
    NOT_KNOWN(
            "You are not known to Asktrail yet: ask %s to let you in.",
            "Asktrail आपको अभी नहीं जानता: अनुमति %s से माँगें।"),
    BUSY("Asktrail is busy just now: please try again in a minute.", "Asktrail अभी व्यस्त है: एक मिनट बाद फिर पूछें।"),
    INTERRUPTED(
            "Asktrail was interrupted at this: please ask again.", "Asktrail का काम बीच में रुक गया: फिर से पूछें।"),
    FAILED("Asktrail failed at this: please try again in a minute.", "Asktrail से चूक हुई: एक मिनट बाद फिर पूछें।"),
    STOPPED(
            "Asktrail stopped in the middle of this question: please ask again.",
            "Asktrail इस प्रश्न के बीच में रुक गया: फिर से पूछें।"),
    AWAY(
            "Asktrail cannot be reached just now: please try again in a minute.",
            "Asktrail तक अभी नहीं पहुँचा जा सकता: एक मिनट बाद फिर पूछें।");

    private final String english;
    private final String hindi;

    Words(String english, String hindi) {
        this.english = english;
        this.hindi = hindi;
    }

    /** @param values what stands in its places, as {@link String#format} takes them */
    public String in(Language language, Object... values) {
        var sentence =
                switch (language) {
                    case ENGLISH -> english;
                    case HINDI -> hindi;
                };
        return sentence.formatted(values);
    }
}
