package io.asktrail.router.reading;

import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;

/** Words about time in what is said around a question: "the Monday review", "the October review". */
final class SpokenDays {
    private SpokenDays() {}

    /** Whether a word names a day near by, or how often something comes. */
    static boolean isDay(Words words, int i) {
        return words.at(i).as(Meaning.Weekday.class).isPresent()
                || words.isAny(
                        i,
                        Cue.TODAY,
                        Cue.YESTERDAY,
                        Cue.WEEKEND,
                        Cue.DAILY,
                        Cue.WEEKLY,
                        Cue.MONTHLY,
                        Cue.QUARTERLY,
                        Cue.YEARLY);
    }

    /** Whether a word names days that figures are asked for. */
    static boolean isPeriod(Words words, int i) {
        var word = words.at(i);
        return (word.as(Meaning.MonthName.class).isPresent() && !word.is(WordKind.MAY))
                || word.as(Meaning.Festival.class).isPresent()
                || word.as(Meaning.DateText.class).isPresent()
                || words.isAny(i, Cue.WEEK, Cue.MONTH, Cue.QUARTER, Cue.YEAR, Cue.Q, Cue.H, Cue.FISCAL, Cue.HALF);
    }
}
