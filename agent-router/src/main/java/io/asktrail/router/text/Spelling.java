package io.asktrail.router.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Corrects a word that nobody knows to the one known word that is nearest. A word that is known, to the vocabulary or
 * to the language, is never touched.
 */
public final class Spelling {
    private static final int SHORTEST = 4;

    private final Set<String> names;
    private final Set<String> known;
    private final Map<Integer, List<Target>> targetsByLength = new HashMap<>();

    /** @param letters a bit for each letter that it has, so that most words are told apart without measuring */
    private record Target(String word, long letters) {
        static Target of(String word) {
            return new Target(word, lettersOf(word));
        }
    }

    /**
     * @param names words of names, which win over other words that are equally near
     * @param targets words that a wrong spelling may be read as
     * @param known words that are right as they stand
     */
    public Spelling(Collection<String> names, Collection<String> targets, Collection<String> known) {
        this.names = Set.copyOf(names);
        this.known = new HashSet<>(known);
        this.known.addAll(targets);
        for (var target : new HashSet<>(targets)) {
            if (target.length() >= SHORTEST) {
                targetsByLength
                        .computeIfAbsent(target.length(), _ -> new ArrayList<>())
                        .add(Target.of(target));
            }
        }
    }

    public boolean knows(String word) {
        return known.contains(word);
    }

    /** The word that was meant; empty if it is known, or nothing is near, or several words are equally near. */
    public Optional<String> correct(String word) {
        if (knows(word) || word.length() < SHORTEST || word.length() > 24) {
            return Optional.empty();
        }
        var best = Integer.MAX_VALUE;
        Optional<String> found = Optional.empty();
        for (var target : candidates(word, word.length() < 7 ? 1 : 2)) {
            var score = score(word, target);
            if (score < best) {
                best = score;
                found = Optional.of(target);
            } else if (score == best && score < Integer.MAX_VALUE) {
                found = sameWord(found, target) ? found : Optional.empty();
            }
        }
        return found;
    }

    private static boolean sameWord(Optional<String> found, String target) {
        return found.isPresent() && WordForms.key(found.get()).equals(WordForms.key(target));
    }

    /** Known words that are not far, nearest first, to be offered and not to be taken. */
    public List<String> near(String word) {
        var byDistance = new TreeMap<Integer, List<String>>();
        for (var target : candidates(word, 3)) {
            var distance = EditDistance.within(word, target, 3);
            if (distance >= 1 && distance <= 3) {
                byDistance.computeIfAbsent(distance, _ -> new ArrayList<>()).add(target);
            }
        }
        return byDistance.values().stream().flatMap(List::stream).limit(3).toList();
    }

    // A mistake changes at most two of the letters that a word has.
    private List<String> candidates(String word, int mistakes) {
        var letters = lettersOf(word);
        var all = new ArrayList<String>();
        for (var length = word.length() - 2; length <= word.length() + 2; length++) {
            for (var target : targetsByLength.getOrDefault(length, List.of())) {
                if (Long.bitCount(letters ^ target.letters) <= 2 * mistakes) {
                    all.add(target.word);
                }
            }
        }
        return all;
    }

    private static long lettersOf(String word) {
        return word.chars().mapToLong(letter -> 1L << (letter % 64)).reduce(0, (a, b) -> a | b);
    }

    // People get the first letter right: another one counts as a further mistake.
    private int score(String word, String target) {
        var shorter = Math.min(word.length(), target.length());
        var allowed = shorter < 7 ? 1 : 2;
        var distance = EditDistance.within(word, target, allowed);
        var first = word.charAt(0) == target.charAt(0);
        if (distance > allowed || (!first && (shorter < 6 || distance > 1))) {
            return Integer.MAX_VALUE;
        }
        return distance * 4 + (first ? 0 : 2) + (names.contains(target) ? 0 : 1);
    }
}
