package io.asktrail.router.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one language says around a question, as its file says it. Names in capitals stand for the words or the part that
 * is called so; {@link TurnParser} says how turns are written.
 *
 * @param words closed classes: who asks, what one prepares for
 * @param verbs classes of verbs by their plain form, with forms that no rule gives behind a stroke: "seek/sought"
 * @param parts pieces that several turns have in common, each made of classes and of parts before it
 * @param turns what says nothing about what is asked
 */
record TalkFile(
        Map<String, List<String>> words,
        Map<String, List<String>> verbs,
        Map<String, String> parts,
        List<String> turns) {
    TalkFile {
        words = words == null ? Map.of() : words;
        verbs = verbs == null ? Map.of() : verbs;
        parts = inOrder(parts);
        turns = turns == null ? List.of() : turns;
    }

    private static Map<String, String> inOrder(@Nullable Map<String, String> parts) {
        return parts == null ? Map.of() : new LinkedHashMap<>(parts);
    }
}
