package io.asktrail.router.value;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.policy.Access;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All values with all their names. Immutable: fresh values make another one, which takes over the dimensions that did
 * not change as they are.
 */
public final class ValueIndex {
    private final Map<DimensionId, DimensionNames> parts = new LinkedHashMap<>();
    private final List<DimensionNames> inOrder;
    private final NearNames near;
    private final int longest;

    /** One value with everything it is called. */
    public record Entry(NamedValue value, List<String> names) {
        public Entry {
            names = List.copyOf(names);
        }
    }

    public ValueIndex(Collection<Entry> entries) {
        this(entries, null);
    }

    /** @param before the index that this one follows; null for the first */
    public ValueIndex(Collection<Entry> entries, @Nullable ValueIndex before) {
        var byDimension = new LinkedHashMap<DimensionId, List<Entry>>();
        entries.forEach(entry -> byDimension
                .computeIfAbsent(entry.value().dimension(), _ -> new ArrayList<>())
                .add(entry));
        var old = before == null ? new HashMap<DimensionId, DimensionNames>() : before.parts;
        byDimension.forEach((dimension, own) -> {
            var known = old.get(dimension);
            parts.put(dimension, known != null && known.holds(own) ? known : new DimensionNames(own));
        });
        inOrder = List.copyOf(parts.values());
        near = new NearNames(inOrder);
        longest = inOrder.stream().mapToInt(DimensionNames::longest).max().orElse(1);
    }

    /** The values that are called exactly so, of those the caller may know. */
    public List<NamedValue> named(String key, Access access) {
        List<NamedValue> found = List.of();
        for (var part : inOrder) {
            for (var value : part.named(key)) {
                if (value.isVisibleTo(access)) {
                    found = found.isEmpty() ? new ArrayList<>(1) : found;
                    found.add(value);
                }
            }
        }
        return found;
    }

    /** Values whose name holds all these words, spelled nearly so; best first. */
    public List<NamedValue> near(List<String> words, Access access, int limit) {
        var found = new LinkedHashSet<NamedValue>();
        for (var value : near.find(words, limit * 5)) {
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
        var words = new HashSet<String>();
        inOrder.forEach(part -> words.addAll(part.correctable()));
        return words;
    }

    /** Whether any name has this word. */
    public boolean knowsWord(String word) {
        return inOrder.stream().anyMatch(part -> part.knows(word));
    }

    public int size() {
        return inOrder.stream().mapToInt(DimensionNames::size).sum();
    }

    /** How many dimensions were taken over from another index. */
    int sharedWith(ValueIndex other) {
        return (int) inOrder.stream().filter(other.inOrder::contains).count();
    }
}
