package io.asktrail.composer.text;

import io.asktrail.composer.shown.Shown;

/** Chooses the sentences by the shape of the answer. */
public final class Narrator {
    private Narrator() {}

    public static void tell(Prose prose, Shown shown) {
        var phrases = new Phrases(shown);
        if (shown.isEmpty()) {
            empty(prose, phrases);
        } else if (shown.isCompared()) {
            new Comparing(prose, phrases).tell();
        } else if (shown.isForecast()) {
            new DaysAhead(prose, phrases).tell();
        } else if (shown.dimensions().isEmpty()) {
            new SingleNumbers(prose, phrases).tell();
        } else if (shown.isSeries()) {
            new SeriesOfPoints(prose, phrases).tell();
        } else {
            new Members(prose, phrases).tell();
        }
        phrases.scopes(prose);
    }

    private static void empty(Prose prose, Phrases phrases) {
        var metrics = phrases.shown().task().metrics().stream()
                .map(phrases::inSentence)
                .toList();
        phrases.sentence("empty")
                .with("metrics", phrases.shown().labels().all(metrics))
                .with("when", phrases.whenAndWhere())
                .into(prose);
    }
}
