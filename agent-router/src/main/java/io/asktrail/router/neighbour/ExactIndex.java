package io.asktrail.router.neighbour;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at every vector, in memory. */
public final class ExactIndex implements NeighbourIndex {
    private static final Comparator<Neighbour> NEAREST = Comparator.comparingDouble(Neighbour::similarity)
            .reversed()
            .thenComparing(neighbour -> neighbour.key().value());

    private final Map<VectorKey, float[]> vectors = new ConcurrentHashMap<>();

    @Override
    public Set<VectorKey> missing(Set<VectorKey> keys) {
        return keys.stream().filter(key -> !vectors.containsKey(key)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void put(Map<VectorKey, float[]> more) {
        more.forEach((key, vector) -> vectors.putIfAbsent(key, vector.clone()));
    }

    @Override
    public List<Neighbour> nearest(float[] to, int count, Set<VectorKey> among) {
        return among.stream()
                .flatMap(key ->
                        Stream.ofNullable(vectors.get(key)).map(vector -> new Neighbour(key, Vectors.dot(to, vector))))
                .sorted(NEAREST)
                .limit(count)
                .toList();
    }
}
