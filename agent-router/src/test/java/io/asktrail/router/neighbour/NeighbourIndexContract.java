package io.asktrail.router.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.asktrail.router.neighbour.NeighbourIndex.Neighbour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every index of neighbours does, wherever it keeps its vectors. */
public abstract class NeighbourIndexContract {
    private static final VectorKey EAST = new VectorKey("east");
    private static final VectorKey NORTH = new VectorKey("north");
    private static final VectorKey WEST = new VectorKey("west");

    /** An empty one. */
    protected abstract NeighbourIndex index();

    private NeighbourIndex compass() {
        var index = index();
        index.put(Map.of(EAST, new float[] {1, 0}, NORTH, new float[] {0, 1}, WEST, new float[] {-1, 0}));
        return index;
    }

    @Test
    void findsTheNearestFirstWithTheCosine() {
        // When
        var found = compass().nearest(new float[] {0.8f, 0.6f}, 3, Set.of(EAST, NORTH, WEST));

        // Then
        assertThat(found).extracting(Neighbour::key).containsExactly(EAST, NORTH, WEST);
        assertThat(found.get(0).similarity()).isCloseTo(0.8, within(1e-6));
        assertThat(found.get(1).similarity()).isCloseTo(0.6, within(1e-6));
        assertThat(found.get(2).similarity()).isCloseTo(-0.8, within(1e-6));
    }

    @Test
    void looksAtNothingElseThanItIsTold() {
        // Given
        var index = compass();

        // Then
        assertThat(index.nearest(new float[] {1, 0}, 3, Set.of(WEST)))
                .extracting(Neighbour::key)
                .containsExactly(WEST);
        assertThat(index.nearest(new float[] {1, 0}, 3, Set.of())).isEmpty();
    }

    @Test
    void givesNoMoreThanIsWanted() {
        assertThat(compass().nearest(new float[] {1, 0}, 2, Set.of(EAST, NORTH, WEST)))
                .extracting(Neighbour::key)
                .containsExactly(EAST, NORTH);
    }

    @Test
    void passesOverWhatItDoesNotHold() {
        assertThat(compass().nearest(new float[] {1, 0}, 3, Set.of(EAST, new VectorKey("nowhere"))))
                .extracting(Neighbour::key)
                .containsExactly(EAST);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(compass().missing(Set.of(EAST, new VectorKey("nowhere")))).containsExactly(new VectorKey("nowhere"));
        assertThat(compass().missing(Set.of())).isEmpty();
    }

    @Test
    void keepsTheVectorThatWasThereFirst() {
        // Given
        var index = compass();

        // When
        index.put(Map.of(EAST, new float[] {0, 1}));

        // Then
        assertThat(index.nearest(new float[] {1, 0}, 1, Set.of(EAST)).getFirst().similarity())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void holdsVectorsOfSeveralLengths() {
        // Given
        var index = compass();
        var deep = new VectorKey("deep");

        // When
        index.put(Map.of(deep, new float[] {0, 0, 1}));

        // Then
        assertThat(index.nearest(new float[] {0, 0, 1}, 5, Set.of(deep)))
                .extracting(Neighbour::key)
                .containsExactly(deep);
    }

    @Test
    void agreesWithALookAtEachOfManyVectors() {
        // Given
        var random = new Random(7);
        var vectors = new HashMap<VectorKey, float[]>();
        IntStream.range(0, 500).forEach(n -> vectors.put(new VectorKey("v" + n), direction(random)));
        var to = direction(random);
        var byHand = new ArrayList<>(vectors.keySet());
        byHand.sort((a, b) -> Double.compare(
                cosine(Objects.requireNonNull(vectors.get(b)), to),
                cosine(Objects.requireNonNull(vectors.get(a)), to)));
        var index = index();

        // When
        index.put(vectors);

        // Then
        assertThat(index.nearest(to, 20, vectors.keySet()))
                .extracting(Neighbour::key)
                .containsExactlyElementsOf(byHand.subList(0, 20));
        assertThat(index.missing(vectors.keySet())).isEmpty();
        assertThat(List.of(index.nearest(to, 1, vectors.keySet()).getFirst().key()))
                .isSubsetOf(vectors.keySet().stream().collect(Collectors.toSet()));
    }

    private static float[] direction(Random random) {
        var vector = new float[384];
        for (var n = 0; n < vector.length; n++) {
            vector[n] = (float) random.nextGaussian();
        }
        var length = Math.sqrt(product(vector, vector));
        for (var n = 0; n < vector.length; n++) {
            vector[n] = (float) (vector[n] / length);
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
    }

    private static double product(float[] a, float[] b) {
        var sum = 0.0;
        for (var n = 0; n < a.length; n++) {
            sum += (double) a[n] * b[n];
        }
        return sum;
    }
}
