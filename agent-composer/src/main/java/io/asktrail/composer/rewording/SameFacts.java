package io.asktrail.composer.rewording;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether other words say what a draft says. Its facts (figures, dates, names) have to come in the same order, each once;
 * between them there may be no number, no other name, and the words that turn a meaning have to be of the same kinds in the same order.
 */
record SameFacts(Draft draft, Collection<String> names) {
    private static final Pattern NUMBER =
            Pattern.compile("\\d[\\d,.]*\\d|\\d|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b");

    /** What belongs into no sentence. */
    private static final Pattern MARKUP = Pattern.compile("[<>|*#`_\\[\\]{}\\\\]|https?:|\\n");

    private static final int SHORTEST_NAME = 2;
    private static final int MOST_LONGER = 200;

    /** @param figures of the draft, where they stand in the new words */
    record Worded(String text, List<Figure> figures) {}

    /** A stretch of the text that has to stay. */
    private record Fact(int from, int to, Optional<Figure> figure) {}

    /** Empty where anything but the words in between is another. */
    Optional<Worded> in(String words) {
        if (words.isBlank()
                || words.length() > draft.text().length() + MOST_LONGER
                || MARKUP.matcher(words).find()) {
            return Optional.empty();
        }
        var facts = facts();
        var figures = new ArrayList<Figure>();
        var between = new ArrayList<String>();
        var at = 0;
        for (var fact : facts) {
            var written = draft.text().substring(fact.from, fact.to);
            var found = indexOf(words, written, at);
            if (found < 0) {
                return Optional.empty();
            }
            var to = found + written.length();
            between.add(words.substring(at, found));
            fact.figure.ifPresent(figure -> figures.add(
                    new Figure(found, to, figure.value(), figure.row(), figure.column(), figure.formula())));
            at = to;
        }
        between.add(words.substring(at));
        return bears(between) ? Optional.of(new Worded(words, figures)) : Optional.empty();
    }

    private boolean bears(List<String> between) {
        var all = String.join(" ", between);
        return !NUMBER.matcher(all).find()
                && all.chars().noneMatch(Character::isDigit)
                && names.stream().noneMatch(name -> isNamed(all, name))
                && Turning.sameIn(between, left());
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        draft.figures().forEach(figure -> add(facts, new Fact(figure.from(), figure.to(), Optional.of(figure))));
        names.stream()
                .filter(name -> name.length() >= SHORTEST_NAME)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(name -> whole(name)
                        .matcher(draft.text())
                        .results()
                        .forEach(match -> add(facts, new Fact(match.start(), match.end(), Optional.empty()))));
        NUMBER.matcher(draft.text())
                .results()
                .forEach(match -> add(facts, new Fact(match.start(), match.end(), Optional.empty())));
        facts.sort(Comparator.comparingInt(Fact::from));
        return facts;
    }

    private static void add(List<Fact> facts, Fact fact) {
        if (facts.stream().noneMatch(other -> fact.from < other.to && other.from < fact.to)) {
            facts.add(fact);
        }
    }

    // The words of the draft itself between its facts.
    private List<String> left() {
        var left = new ArrayList<String>();
        var at = 0;
        for (var fact : facts()) {
            left.add(draft.text().substring(at, fact.from));
            at = fact.to;
        }
        left.add(draft.text().substring(at));
        return left;
    }

    private static int indexOf(String words, String written, int from) {
        return words.toLowerCase(Locale.ROOT).indexOf(written.toLowerCase(Locale.ROOT), from);
    }

    private static boolean isNamed(String text, String name) {
        return name.length() >= SHORTEST_NAME && whole(name).matcher(text).find();
    }

    private static Pattern whole(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
