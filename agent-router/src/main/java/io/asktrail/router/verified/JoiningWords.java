package io.asktrail.router.verified;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that say nothing of their own in any question: fewer than the rules let go, since no grammar looks at what stands
 * around them here.
 */
final class JoiningWords {
    private static final Set<String> WORDS = load("/io/asktrail/router/verified/joining-words.txt");

    private JoiningWords() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> load(String resource) {
        try (var stream = JoiningWords.class.getResourceAsStream(resource)) {
            var text = new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
