package io.asktrail.demo.sandbox.http;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what was asked, and what came of it. */
public final class RequestCounts {
    /** The outcome of a request whose answer was withheld or cut off. */
    public static final int UNANSWERED = 0;

    private final ConcurrentHashMap<Key, LongAdder> counts = new ConcurrentHashMap<>();

    private record Key(Endpoint endpoint, int status) {}

    /** @param status the HTTP status, or {@link #UNANSWERED} */
    public record Count(Endpoint endpoint, int status, long count) {}

    public void add(Endpoint endpoint, int status) {
        counts.computeIfAbsent(new Key(endpoint, status), key -> new LongAdder())
                .increment();
    }

    public long of(Endpoint endpoint) {
        return all().stream()
                .filter(count -> count.endpoint() == endpoint)
                .mapToLong(Count::count)
                .sum();
    }

    public long of(Endpoint endpoint, int status) {
        var count = counts.get(new Key(endpoint, status));
        return count == null ? 0 : count.sum();
    }

    public List<Count> all() {
        return counts.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey().endpoint(),
                        entry.getKey().status(),
                        entry.getValue().sum()))
                .sorted(Comparator.comparing(Count::endpoint).thenComparing(Count::status))
                .toList();
    }

    public void clear() {
        counts.clear();
    }
}
