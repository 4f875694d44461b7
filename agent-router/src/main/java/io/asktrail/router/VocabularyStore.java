package io.asktrail.router;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.router.language.Language;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.value.ValueIndex;
import io.asktrail.router.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vocabulary as it stands now. A new registry or fresh values make another one, put in place at once. */
public final class VocabularyStore {
    private static final DimensionId GEO = new DimensionId("geo");

    private final CurrentRegistry registry;
    private final Language language = Language.load();
    private volatile Map<DimensionId, List<Value>> fed = Map.of();
    private volatile @Nullable Vocabulary current;

    public VocabularyStore(CurrentRegistry registry) {
        this.registry = registry;
    }

    /** The vocabulary of the registry that is current. */
    public Vocabulary get() {
        var now = registry.get();
        var vocabulary = current;
        return vocabulary != null && vocabulary.registry().version().equals(now.version()) ? vocabulary : rebuild(now);
    }

    /** Puts fresh values in place. */
    public void feed(Map<DimensionId, List<Value>> values) {
        if (!values.equals(fed)) {
            fed = Map.copyOf(values);
            build(registry.get());
        }
    }

    private synchronized Vocabulary rebuild(Registry now) {
        var vocabulary = current;
        return vocabulary != null && vocabulary.registry().version().equals(now.version()) ? vocabulary : build(now);
    }

    private synchronized Vocabulary build(Registry now) {
        var before = current == null ? null : current.values();
        var built = new Vocabulary(now, language, new ValueIndex(entries(now), before));
        current = built;
        return built;
    }

    private List<ValueIndex.Entry> entries(Registry now) {
        var entries = new ArrayList<ValueIndex.Entry>();
        now.dimensions().values().forEach(dimension -> entries.addAll(entries(dimension)));
        return entries;
    }

    // A known value keeps its aliases when it comes with the feed as well; the feed knows its regions.
    private List<ValueIndex.Entry> entries(DimensionDefinition dimension) {
        var names = new LinkedHashMap<String, Set<String>>();
        var regions = new LinkedHashMap<String, List<String>>();
        for (var known : dimension.values()) {
            add(names, known.value(), known.aliases());
            regions.put(known.value(), dimension.id().equals(GEO) ? List.of(known.value()) : List.of());
        }
        for (var value : fed.getOrDefault(dimension.id(), List.of())) {
            add(names, value.value(), value.aliases());
            regions.put(value.value(), dimension.id().equals(GEO) ? List.of(value.value()) : value.regions());
        }
        return names.entrySet().stream()
                .map(entry -> new ValueIndex.Entry(
                        new NamedValue(dimension.id(), entry.getKey(), seenBy(dimension, entry.getKey(), regions)),
                        List.copyOf(entry.getValue())))
                .toList();
    }

    private static void add(Map<String, Set<String>> names, String value, List<String> aliases) {
        var all = names.computeIfAbsent(value, _ -> new LinkedHashSet<>());
        all.add(value);
        all.addAll(aliases);
    }

    // Where a city lies is in the feed alone: one that no feed knows is shown only to those who may see every region.
    private static List<String> seenBy(DimensionDefinition dimension, String value, Map<String, List<String>> regions) {
        var known = regions.getOrDefault(value, List.of());
        return known.isEmpty() && GEO.equals(dimension.parent()) ? List.of("*") : known;
    }
}
