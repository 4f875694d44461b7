package io.asktrail.router.reading;

import io.asktrail.router.language.Cue;
import io.asktrail.router.language.Spoken;
import io.asktrail.router.language.Talk;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Lexeme;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A question as single words between marks, and which of them have been taken out. Words that are looked up together
 * are taken out together.
 */
final class Phrases {
    private static final String MARKS = ".;:!?()[]\"“”…|\n";

    private static final Set<Cue> JOINING =
            EnumSet.of(Cue.AND, Cue.FOLLOW, Cue.THAT, Cue.THIS, Cue.TO, Cue.ALL, Cue.POLITE);

    private final Words words;
    private final Talk talk;
    private final List<Word> all = new ArrayList<>();
    private final Map<Integer, String> joined = new HashMap<>();
    private final boolean[] gone;

    /**
     * @param lexeme which lexeme it is of
     * @param begins whether it is the first of it
     * @param ends whether it is the last of it
     * @param part which part of the sentence, from mark to mark, it is in
     */
    private record Word(String text, int lexeme, boolean begins, boolean ends, int part) {}

    Phrases(Words words, Talk talk) {
        this.words = words;
        this.talk = talk;
        cut();
        gone = new boolean[all.size()];
    }

    private void cut() {
        var part = 0;
        for (var i = 0; i < words.size(); i++) {
            if (isMark(words.at(i))) {
                part++;
                continue;
            }
            if (i > 0 && isMarkBetween(words.at(i - 1).to(), words.at(i).from())) {
                part++;
            }
            var parts = words.at(i).key().split(" ");
            for (var n = 0; n < parts.length; n++) {
                all.add(new Word(parts[n], i, n == 0, n == parts.length - 1, part));
            }
        }
    }

    private boolean isMarkBetween(int from, int to) {
        return words.text().substring(from, to).chars().anyMatch(sign -> MARKS.indexOf(sign) >= 0);
    }

    int size() {
        return all.size();
    }

    String word(int at) {
        return all.get(at).text;
    }

    boolean isGone(int at) {
        return gone[at];
    }

    boolean beginsWord(int at) {
        return all.get(at).begins;
    }

    boolean endsWord(int end) {
        return all.get(end - 1).ends;
    }

    /** Whether nothing stands before a word, in its part of the sentence, that anything could belong to. */
    boolean isOpening(int at) {
        var before = at - 1;
        while (isSamePart(before, at) && (gone[before] || talk.isLeading(word(before)))) {
            before--;
        }
        return !isSamePart(before, at);
    }

    boolean isClosing(int end) {
        var next = end;
        while (isSamePart(next, end - 1) && (gone[next] || talk.isLeading(word(next)))) {
            next++;
        }
        return !isSamePart(next, end - 1);
    }

    private boolean isSamePart(int at, int as) {
        return at >= 0 && at < all.size() && all.get(at).part == all.get(as).part;
    }

    /** Whether a word of the registry for things follows in the same part, that what stands before it may belong to. */
    boolean isBeforeThing(int end) {
        return isSamePart(end, end - 1)
                && !gone[end]
                && words.dimension(all.get(end).lexeme).isPresent();
    }

    IntStream lexemes(int from, int to) {
        return IntStream.range(from, to).map(at -> all.get(at).lexeme).distinct();
    }

    void takeOut(int from, int to) {
        for (var at = from; at < to; at++) {
            gone[at] = true;
        }
    }

    /** The words of one part, from a place to where it ends or something was taken out. */
    Spoken from(int at) {
        var end = at;
        while (isSamePart(end, at) && !gone[end]) {
            end++;
        }
        var last = end;
        return new Spoken() {
            @Override
            public int end() {
                return last;
            }

            @Override
            public String phrase(int from, int to) {
                return to == from + 1
                        ? word(from)
                        : joined.computeIfAbsent(from * LONGEST_PHRASE + to - from, _ -> join(from, to));
            }

            @Override
            public boolean isNumber(int at) {
                return words.quantity(all.get(at).lexeme).isPresent();
            }

            @Override
            public boolean isFree(int at) {
                return Phrases.this.isFree(all.get(at));
            }

            @Override
            public boolean beginsFigure(int at) {
                return beginsWord(at) && !words.metrics(all.get(at).lexeme).isEmpty();
            }
        };
    }

    private String join(int from, int to) {
        var text = new StringBuilder(word(from));
        for (var at = from + 1; at < to; at++) {
            text.append(' ').append(word(at));
        }
        return text.toString();
    }

    private boolean isFree(Word word) {
        var lexeme = words.at(word.lexeme);
        return !talk.isTelling(word.text)
                && !lexeme.is(WordKind.COMPARATIVE)
                && lexeme.meanings().stream().allMatch(Phrases::joins);
    }

    private static boolean joins(Meaning meaning) {
        return meaning instanceof Meaning.CueWord(var cue) && JOINING.contains(cue);
    }

    /** What is left of the question. */
    Words left() {
        return left(-1, -1);
    }

    /** What would be left if these were taken out too. */
    Words without(int from, int to) {
        return left(from, to);
    }

    private Words left(int from, int to) {
        var out = new boolean[words.size()];
        for (var at = 0; at < all.size(); at++) {
            out[all.get(at).lexeme] |= gone[at] || (at >= from && at < to);
        }
        var left = new ArrayList<Lexeme>();
        var cut = false;
        for (var i = 0; i < words.size(); i++) {
            if (out[i]) {
                cut = true;
                continue;
            }
            // Of the marks around what is gone one is left, and none in front.
            var needless = isMark(words.at(i)) && cut && (left.isEmpty() || isMark(left.getLast()));
            if (!needless) {
                cut = cut && isMark(words.at(i));
                left.add(words.at(i));
            }
        }
        if (cut && !left.isEmpty() && isMark(left.getLast())) {
            left.removeLast();
        }
        return new Words(words.text(), left);
    }

    private static boolean isMark(Lexeme word) {
        return word.is(Cue.COMMA) || word.is(Cue.DASH);
    }
}
