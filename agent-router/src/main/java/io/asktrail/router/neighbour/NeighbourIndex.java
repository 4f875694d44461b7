package io.asktrail.router.neighbour;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds vectors by what they were made of, and finds those that lie near one. Who asks says among which: what a caller
 * may not see is not even looked at.
 */
public interface NeighbourIndex {
    /** Those of the keys that it holds no vector for. */
    Set<VectorKey> missing(Set<VectorKey> keys);

    /** Keeps vectors of length 1; one that is there already stays. */
    void put(Map<VectorKey, float[]> vectors);

    /**
     * The nearest ones, nearest first; keys that it does not hold are passed over.
     *
     * @param to of length 1
     * @param count the most that are wanted
     */
    List<Neighbour> nearest(float[] to, int count, Set<VectorKey> among);

    /** @param similarity the cosine, -1 to 1 */
    record Neighbour(VectorKey key, double similarity) {}
}
