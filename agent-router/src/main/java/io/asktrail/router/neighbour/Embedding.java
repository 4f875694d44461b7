package io.asktrail.router.neighbour;

import java.util.List;

/** Turns phrases into vectors of one length; phrases that mean much the same lie near each other. */
public interface Embedding {
    /** Tells its vectors from those of any other embedding. */
    String name();

    /**
     * One vector a phrase, in their order, each of length 1.
     *
     * @throws EmbeddingUnavailable if what makes them cannot be reached
     */
    List<float[]> embed(List<String> phrases);

    default float[] embed(String phrase) {
        return embed(List.of(phrase)).getFirst();
    }
}
