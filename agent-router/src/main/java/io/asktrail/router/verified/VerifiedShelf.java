package io.asktrail.router.verified;

import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.Vouched;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.router.VocabularyStore;
import io.asktrail.router.neighbour.Embedding;
import io.asktrail.router.neighbour.EmbeddingUnavailable;
import io.asktrail.router.neighbour.NeighbourIndex;
import io.asktrail.router.neighbour.NeighbourIndex.Neighbour;
import io.asktrail.router.neighbour.VectorKey;
import io.asktrail.router.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verified questions as they stand now: those of the registry, and those that were approved, which win where both
 * have one id. What lies near a phrase is found through the index.
 */
public final class VerifiedShelf {
    private static final Logger log = LoggerFactory.getLogger(VerifiedShelf.class);

    private final VocabularyStore vocabularies;
    private final VerifiedStore store;
    private final Embedding embedding;
    private final NeighbourIndex index;
    private volatile @Nullable Held held;

    private record Held(VerifiedBook book, long stamp) {}

    /** A wording that lies near a phrase. */
    record Near(VerifiedBook.Entry entry, double similarity) {}

    public VerifiedShelf(VocabularyStore vocabularies, VerifiedStore store, Embedding embedding, NeighbourIndex index) {
        this.vocabularies = vocabularies;
        this.store = store;
        this.embedding = embedding;
        this.index = index;
    }

    VerifiedBook book() {
        return book(vocabularies.get());
    }

    private VerifiedBook book(Vocabulary vocabulary) {
        var now = held;
        try {
            var stamp = store.stamp();
            if (now != null && now.stamp == stamp && now.book.vocabulary() == vocabulary) {
                return now.book;
            }
            var book = new VerifiedBook(vocabulary, embedding, all(vocabulary.registry()));
            held = new Held(book, stamp);
            return book;
        } catch (VerifiedStoreAway away) {
            log.atWarn().log("approved questions not reached: the last ones known are used");
            return now != null && now.book.vocabulary() == vocabulary
                    ? now.book
                    : new VerifiedBook(
                            vocabulary,
                            embedding,
                            ofRegistry(vocabulary.registry()).values());
        }
    }

    List<Vouched> all(Registry registry) {
        var all = ofRegistry(registry);
        store.all().forEach(vouched -> all.put(vouched.verified().id(), vouched));
        return List.copyOf(all.values());
    }

    private static TreeMap<VerifiedId, Vouched> ofRegistry(Registry registry) {
        var all = new TreeMap<VerifiedId, Vouched>();
        registry.verified()
                .forEach((id, question) -> all.put(id, new Vouched(question, Vouched.Source.REGISTRY, null, null)));
        return all;
    }

    /**
     * The wordings nearest to a phrase, nearest first, of those that the caller may see.
     *
     * @throws EmbeddingUnavailable if the phrase cannot be turned into a vector
     */
    List<Near> near(VerifiedBook book, String phrase, int count, Access access) {
        var open = book.openTo(access);
        if (open.isEmpty() || phrase.isBlank()) {
            return List.of();
        }
        fill(open);
        var byKey = open.stream().collect(Collectors.groupingBy(VerifiedBook.Entry::key));
        var near = new ArrayList<Near>();
        for (Neighbour neighbour : index.nearest(embedding.embed(phrase), count, byKey.keySet())) {
            byKey.getOrDefault(neighbour.key(), List.of())
                    .forEach(entry -> near.add(new Near(entry, neighbour.similarity())));
        }
        return near;
    }

    private void fill(List<VerifiedBook.Entry> entries) {
        var missing = index.missing(VerifiedBook.keys(entries));
        if (missing.isEmpty()) {
            return;
        }
        var lacking = new HashMap<>(entries.stream()
                .filter(entry -> missing.contains(entry.key()))
                .collect(Collectors.toMap(VerifiedBook.Entry::key, VerifiedBook.Entry::folded, (one, _) -> one)));
        var keys = List.copyOf(lacking.keySet());
        var vectors = embedding.embed(keys.stream().map(lacking::get).toList());
        var made = new HashMap<VectorKey, float[]>();
        for (var n = 0; n < keys.size(); n++) {
            made.put(keys.get(n), vectors.get(n));
        }
        index.put(Map.copyOf(made));
        log.atInfo().addKeyValue("wordings", made.size()).log("wordings of verified questions indexed");
    }
}
