package io.asktrail.router.neighbour;

import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Words, pairs of words and parts of words, hashed into a vector: no model, no network, the same on every machine. It
 * knows nothing of meaning: synonyms are near each other because phrases come with them folded together.
 */
public final class HashedEmbedding implements Embedding {
    private static final int LENGTH = 384;
    private static final int SEED = 20_25;
    private static final int GRAM = 3;
    private static final float WORD = 1f;
    private static final float PAIR = 0.6f;
    private static final float PART = 0.5f;

    @Override
    public String name() {
        return "hashed-" + LENGTH;
    }

    @Override
    public List<float[]> embed(List<String> phrases) {
        return phrases.stream().map(HashedEmbedding::vector).toList();
    }

    private static float[] vector(String phrase) {
        var vector = new float[LENGTH];
        var before = "^";
        for (var word : phrase.split(" ")) {
            add(vector, word, WORD);
            add(vector, before + " " + word, PAIR);
            addParts(vector, word);
            before = word;
        }
        return Vectors.unit(vector);
    }

    // All parts of a word weigh as much together, however long it is.
    private static void addParts(float[] vector, String word) {
        var bounded = "<" + word + ">";
        var parts = Math.max(1, bounded.length() - GRAM + 1);
        for (var at = 0; at + GRAM <= bounded.length(); at++) {
            add(vector, "#" + bounded.substring(at, at + GRAM), (float) (PART / Math.sqrt(parts)));
        }
    }

    private static void add(float[] vector, String feature, float weight) {
        var hash = StringHelper.murmurhash3_x86_32(new BytesRef(feature), SEED);
        var sign = (hash & 1) == 0 ? 1 : -1;
        vector[Math.floorMod(hash >> 1, LENGTH)] += sign * weight;
    }
}
