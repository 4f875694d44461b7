package io.asktrail.router.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashedEmbeddingTest {
    private final Embedding embedding = new HashedEmbedding();

    private double similarity(String a, String b) {
        return Vectors.dot(embedding.embed(a), embedding.embed(b));
    }

    @Test
    void givesTheSameVectorOfLengthOneEachTime() {
        assertThat(embedding.embed("where money burns"))
                .containsExactly(new HashedEmbedding().embed("where money burns"));
        assertThat(similarity("where money burns", "where money burns")).isBetween(0.999, 1.001);
    }

    @Test
    void putsASlipOfTheFingerNearerThanAnotherWordAndThatNearerThanAnotherPhrase() {
        var slip = similarity("which campaign are wallflowers", "which campaign are walflowers");
        var other = similarity("which campaign are wallflowers", "which campaign are heroes");
        var none = similarity("which campaign are wallflowers", "how sticky customers");

        assertThat(slip).isGreaterThan(other);
        assertThat(other).isGreaterThan(none + 0.2);
        assertThat(none).isBetween(-0.2, 0.2);
    }

    @Test
    void hasAVectorForNoWordsAtAll() {
        assertThat(embedding.embed("")).hasSize(384);
    }
}
