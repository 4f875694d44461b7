package io.asktrail.router.language;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The phrases that one line of a language file stands for: {@code ( | )} for one of several, {@code ?} behind a word or
 * a bracket that may be missing. "(how | till when) is the data? fresh" is four phrases. A phrase without these signs
 * stands for itself.
 */
public final class Spellings {
    private static final String SIGNS = "(?<=[()|?])|(?=[()|?])";

    private final String pattern;
    private final Deque<String> rest;

    private Spellings(String pattern) {
        this.pattern = pattern;
        rest = Arrays.stream(pattern.split("\\s+|" + SIGNS))
                .filter(sign -> !sign.isBlank())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /**
     * Each phrase once, its words joined by single blanks.
     *
     * @throws IllegalArgumentException if brackets do not match, a sign stands at nothing, or nothing has to be said
     */
    public static Stream<String> of(String pattern) {
        var phrases = new Spellings(pattern).all();
        return phrases.stream();
    }

    private Set<String> all() {
        var phrases = choice();
        if (!rest.isEmpty()) {
            throw fault("'%s' opens or belongs to nothing".formatted(rest.peek()));
        }
        if (phrases.contains("")) {
            throw fault("all of it may be missing");
        }
        return phrases;
    }

    private Set<String> choice() {
        var phrases = new LinkedHashSet<>(sequence());
        while (isNext("|")) {
            rest.pop();
            phrases.addAll(sequence());
        }
        return phrases;
    }

    private Set<String> sequence() {
        Set<String> phrases = Set.of("");
        while (!rest.isEmpty() && !isNext("|") && !isNext(")")) {
            phrases = joined(phrases, optional(atom()));
        }
        return phrases;
    }

    private Set<String> optional(Set<String> phrases) {
        if (!isNext("?")) {
            return phrases;
        }
        rest.pop();
        var orNothing = new LinkedHashSet<>(phrases);
        orNothing.add("");
        return orNothing;
    }

    private Set<String> atom() {
        var word = rest.pop();
        if (word.equals("?")) {
            throw fault("'?' stands at nothing");
        }
        if (!word.equals("(")) {
            return Set.of(word);
        }
        var phrases = choice();
        if (!isNext(")")) {
            throw fault("a bracket is not closed");
        }
        rest.pop();
        if (phrases.contains("")) {
            throw fault("a bracket may hold nothing: '?' behind it says so");
        }
        return phrases;
    }

    private static Set<String> joined(Set<String> heads, Set<String> tails) {
        return heads.stream()
                .flatMap(head ->
                        tails.stream().map(tail -> head.isEmpty() || tail.isEmpty() ? head + tail : head + " " + tail))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isNext(String sign) {
        return sign.equals(peek());
    }

    private @Nullable String peek() {
        return rest.peek();
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("%s in '%s'".formatted(what, pattern));
    }
}
