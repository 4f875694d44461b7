package io.asktrail.router.value;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.policy.Access;
import io.asktrail.router.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All values with all their names. Immutable: fresh values make another one. */
public final class ValueIndex {
    /** Dimensions with at most so many values take part in the correction of single words. */
    private static final int FEW = 2_000;

    private static final int LONGEST_NAME = 16;

    private final Map<String, List<NamedValue>> byName = new HashMap<>();
    private final List<NamedValue> all;
    private final NearNames near;
    private final Set<String> words = new HashSet<>();
    private final Set<String> allWords = new HashSet<>();
    private int longest = 1;

    /** One value with everything it is called. */
    public record Entry(NamedValue value, List<String> names) {
        public Entry {
            names = List.copyOf(names);
        }
    }

    public ValueIndex(Collection<Entry> entries) {
        var perDimension = new HashMap<DimensionId, Integer>();
        entries.forEach(entry -> perDimension.merge(entry.value().dimension(), 1, Integer::sum));
        all = entries.stream().map(Entry::value).toList();
        for (var entry : entries) {
            var few = perDimension.getOrDefault(entry.value().dimension(), 0) <= FEW;
            entry.names().forEach(name -> addName(entry.value(), name, few));
        }
        near = new NearNames(entries);
    }

    private void addName(NamedValue value, String name, boolean correctable) {
        var tokens = Tokenizer.cut(name);
        if (tokens.isEmpty() || tokens.size() > LONGEST_NAME) {
            return;
        }
        longest = Math.max(longest, tokens.size());
        var key = Tokenizer.key(name);
        var known = byName.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (!known.contains(value)) {
            known.add(value);
        }
        tokens.stream().filter(token -> token.isWord()).forEach(token -> allWords.add(token.norm()));
        if (correctable) {
            tokens.stream().filter(token -> token.isWord()).forEach(token -> words.add(token.norm()));
        }
    }

    /** The values that are called exactly so, of those the caller may know. */
    public List<NamedValue> named(String key, Access access) {
        var found = byName.getOrDefault(key, List.of());
        return found.isEmpty()
                ? found
                : found.stream().filter(value -> value.isVisibleTo(access)).toList();
    }

    /** Values whose name holds all these words, spelled nearly so; best first. */
    public List<NamedValue> near(List<String> words, Access access, int limit) {
        var found = new LinkedHashSet<NamedValue>();
        for (var hit : near.find(words, limit * 5)) {
            var value = all.get(hit);
            if (value.isVisibleTo(access) && found.size() < limit) {
                found.add(value);
            }
        }
        return List.copyOf(found);
    }

    /** How many words the longest name has. */
    public int longestName() {
        return longest;
    }

    /** Single words of the names of small dimensions, for the correction of spelling. */
    public Set<String> words() {
        return words;
    }

    /** Whether any name has this word. */
    public boolean knowsWord(String word) {
        return allWords.contains(word);
    }

    public int size() {
        return all.size();
    }
}
