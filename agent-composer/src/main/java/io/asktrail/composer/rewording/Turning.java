package io.asktrail.composer.rewording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Words that turn a meaning, by what they do to it: another word of the same kind says the same, one of another kind lies. */
enum Turning {
    RISE(
            "up|rose|rise|rises|rising|risen|increas\\w*|grew|grow\\w*|gain\\w*|climb\\w*|jump\\w*|surg\\w*|soar\\w*|higher"
                    + "|more|above|exceed\\w*|over|improv\\w*"),
    FALL(
            "down|fell|fall\\w*|decreas\\w*|declin\\w*|drop\\w*|lost|lose\\w*|sank|sink\\w*|shrank|shrink\\w*|slump\\w*|dip\\w*|slid\\w*"
                    + "|lower|less|fewer|below|under|worsen\\w*"),
    MOST("highest|most|largest|biggest|greatest|best|top|leads?|leading|first|maximum|peak\\w*|strongest"),
    LEAST("lowest|least|smallest|worst|bottom|last|minimum|weakest|fewest"),
    DENIED(
            "no|not|never|none|nothing|without|neither|nor|hardly|barely|except|excluding|cannot|\\w+n't|fail\\w*|lack\\w*"),
    CAUSE(
            "because|due|caus\\w*|driv\\w*|drove|thanks|owing|result\\w*|since|therefore|hence|reason\\w*|explain\\w*|led|thus|so"
                    + "|reflect\\w*|suggest\\w*|indicat\\w*"),
    LIKELY(
            "will|would|should|may|might|could|expect\\w*|likely|forecast\\w*|predict\\w*|estimat\\w*|project\\w*|probabl\\w*"
                    + "|possibl\\w*|perhaps|soon|next"),
    JUDGED(
            "good|bad|great|poor\\w*|excellent|alarming\\w*|worr\\w*|unusual\\w*|usual\\w*|record|normal\\w*|healthy|strong\\w*|weak\\w*"
                    + "|significan\\w*|sharp\\w*|slight\\w*|dramatic\\w*|massive\\w*|impressive\\w*|only|just|merely|already|still"
                    + "|almost|nearly|about|approximately|around|roughly|exactly|wast\\w*|profit\\w*|success\\w*|disappoint\\w*"),
    WHOLE(
            "all|every|each|entire\\w*|whole|total\\w*|together|altogether|overall|any|both|others?|rest|majority|minority|average\\w*"),
    NUMBER(
            "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty"
                    + "|seventy|eighty|ninety|hundred\\w*|thousand\\w*|lakhs?|crores?|million\\w*|billion\\w*|dozen\\w*|half|halv\\w*|third\\w*"
                    + "|quarter\\w*|fifth\\w*|tenth\\w*|double\\w*|doubling|twice|twofold|triple\\w*|thrice|threefold|\\w*fold|percent\\w*"
                    + "|per cent|points?|pair|couple|single|times|several|few|many|rupees?|dollars?");

    private final Pattern words;

    Turning(String words) {
        this.words = Pattern.compile("\\b(?:" + words + ")\\b");
    }

    /**
     * A word and where it stands.
     *
     * @param gap how many facts stand before it
     */
    record Word(Turning kind, int gap) {}

    /** Those of a text in their order. @param gaps what stands between its facts */
    static List<Word> in(List<String> gaps) {
        var words = new ArrayList<Word>();
        for (var gap = 0; gap < gaps.size(); gap++) {
            var text = gaps.get(gap).toLowerCase(Locale.ROOT);
            var at = gap;
            Arrays.stream(values())
                    .flatMap(kind -> kind.words.matcher(text).results().map(match -> Map.entry(match.start(), kind)))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(found -> words.add(new Word(found.getValue(), at)));
        }
        return words;
    }

    /** Whether the same kinds come in the same order, each beside the fact that it belongs to or on its other side. */
    static boolean sameIn(List<String> gaps, List<String> otherGaps) {
        var words = in(gaps);
        var others = in(otherGaps);
        return words.size() == others.size()
                && IntStream.range(0, words.size())
                        .allMatch(i -> words.get(i).kind == others.get(i).kind
                                && Math.abs(words.get(i).gap - others.get(i).gap) <= 1);
    }
}
