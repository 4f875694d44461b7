package io.asktrail.router.reading;

import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.time.TimeGrammar;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.time.TimeMention;
import io.asktrail.router.vocabulary.Meaning;
import java.util.List;
import java.util.stream.IntStream;

/** Takes every mention of time out of the sentence; which of them is compared is decided later. */
final class TimeWords {
    private TimeWords() {}

    static void read(Sentence sentence, Findings findings) {
        for (var mention :
                TimeGrammar.mentions(sentence.words(), sentence.registry().calendar(), sentence.today())) {
            // "to date" words may belong to an intent that was read before.
            if (!sentence.isFree(mention.from(), mention.to())) {
                continue;
            }
            sentence.claim(mention.from(), mention.to(), "time", id(mention.meaning()));
            claimPreposition(sentence, mention, findings);
            if (isWhereToLook(sentence, mention, findings)) {
                continue;
            }
            findings.times.add(mention);
            problem(mention.meaning(), findings);
        }
        forecast(findings);
    }

    // "anything odd lately": what looks for something looks at the usual days, and says so.
    private static boolean isWhereToLook(Sentence sentence, TimeMention mention, Findings findings) {
        return findings.diagnosis != null
                && !findings.inConversation
                && sentence.words().is(mention.from(), Cue.LATELY);
    }

    // "predict spend in December" means one that lies ahead, and the grammar knows days that have been.
    private static void forecast(Findings findings) {
        if (findings.horizon != null && !findings.times.isEmpty()) {
            findings.problems.add(new Problem.BadTime(Said.of(RouterSaying.FORECAST_DAYS)));
        }
    }

    // The "over" of "over the last 45 days" is no bound.
    private static void claimPreposition(Sentence sentence, TimeMention mention, Findings findings) {
        var words = sentence.words();
        var before = words.skipLinksBack(mention.from());
        // "orders by July" may be all that had come until then.
        if (words.is(mention.from() - 1, WordKind.BY)) {
            findings.problems.add(new Problem.BadTime(Said.of(RouterSaying.BY_DAY_OR_IN)));
        }
        for (var i = mention.from() - 1; i >= Math.max(0, before); i--) {
            if (words.is(i, WordKind.OVER) && sentence.isFree(i)) {
                sentence.claim(i, "time", "during");
            }
        }
        // "today's clicks so far" are today's.
        if (mention.meaning() instanceof TimeMeaning.Stretch(var days, var _, var _)
                && days.end().equals(sentence.today())) {
            IntStream.range(0, words.size())
                    .filter(i -> sentence.isFree(i) && words.is(i, WordKind.SO_FAR))
                    .forEach(i -> sentence.claim(i, "time", "during"));
        }
        if (words.isAny(mention.from() - 1, Cue.SINCE, Cue.BETWEEN)
                && sentence.isFree(mention.from() - 1)
                && words.isLink(mention.from() - 1)) {
            sentence.claim(mention.from() - 1, "time", "during");
        }
        // "through Navratri", where "through July" may begin at any day
        if (words.is(mention.from() - 1, WordKind.THROUGH)
                && sentence.isFree(mention.from() - 1)
                && mention.meaning() instanceof TimeMeaning.Stretch(var festival, var _, var _)
                && festival.count() > 1
                && words.at(mention.from()).as(Meaning.Festival.class).isPresent()) {
            sentence.claim(mention.from() - 1, "time", "during");
        }
        claimWhole(sentence, mention);
        claimBooked(sentence, mention);
        if (words.is(mention.from() - 1, WordKind.DATED) && sentence.isFree(mention.from() - 1)) {
            sentence.claim(mention.from() - 1, "time", "during");
        }
        // "across Prime Day", "across the last 2 months": no figure is split by one stretch of days
        var over = words.is(mention.from() - 1, WordKind.ARTICLE) ? mention.from() - 2 : mention.from() - 1;
        if (words.is(over, WordKind.ALL_OVER) && sentence.isFree(over)) {
            sentence.claim(over, "time", "during");
        }
    }

    // "the whole of 2024", "the whole of the June quarter"; of days that still run there is no whole
    private static void claimWhole(Sentence sentence, TimeMention mention) {
        var words = sentence.words();
        var wholeOf = words.is(mention.from() - 1, WordKind.ARTICLE) ? mention.from() - 2 : mention.from() - 1;
        if ((words.is(wholeOf, WordKind.WHOLE_OF) || words.is(wholeOf, Cue.COMPLETE))
                && sentence.isFree(wholeOf)
                && mention.meaning() instanceof TimeMeaning.Stretch(var whole, var _, var _)
                && whole.end().isBefore(sentence.today())) {
            sentence.claim(wholeOf, "time", "during");
        }
    }

    // "orders booked on 5 October" are those of that day; "orders booked last month" may be some of its orders.
    private static void claimBooked(Sentence sentence, TimeMention mention) {
        var words = sentence.words();
        var booked = words.skipLinksBack(mention.from());
        if (words.is(booked, WordKind.BOOKED)
                && sentence.isFree(booked)
                && !words.metrics(words.skipLinksBack(booked)).isEmpty()
                && (booked + 1 < mention.from() && !words.is(booked + 1, WordKind.ARTICLE)
                        || words.is(mention.from(), Cue.BETWEEN))) {
            sentence.claim(booked, "time", "during");
        }
    }

    private static String id(TimeMeaning meaning) {
        return switch (meaning) {
            case TimeMeaning.Stretch(var days, var range, var _) ->
                range != null ? range : days.start() + ".." + days.end();
            case TimeMeaning.YearBefore _ -> "previous_year";
            case TimeMeaning.PeriodBefore _ -> "previous_period";
            case TimeMeaning.Impossible _ -> "impossible";
            case TimeMeaning.Ambiguous _ -> "ambiguous";
        };
    }

    private static void problem(TimeMeaning meaning, Findings findings) {
        if (meaning instanceof TimeMeaning.Impossible(var reason, var choices)) {
            findings.problems.add(choices.size() < 2 ? new Problem.BadTime(reason) : which(reason, choices));
        } else if (meaning instanceof TimeMeaning.Ambiguous(var question, var choices)) {
            findings.problems.add(which(question, choices));
        }
    }

    private static Problem which(Said question, List<TimeMeaning.Choice> choices) {
        return new Problem.WhichDays(
                question,
                choices.stream().map(TimeMeaning.Choice::label).toList(),
                choices.stream().map(TimeMeaning.Choice::days).toList());
    }
}
