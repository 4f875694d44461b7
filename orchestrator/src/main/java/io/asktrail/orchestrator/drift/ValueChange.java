package io.asktrail.orchestrator.drift;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.SchemaDrift;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a set of values has changed so much at once that something happened at its source. */
final class ValueChange {
    /** A third of the values gone, or half as many new ones: seasons change less in a night. */
    private static final double GONE = 0.3;

    private static final double NEW = 0.5;
    private static final int FEWEST = 2;
    private static final int NAMED = 3;

    private ValueChange() {}

    static Optional<SchemaDrift> between(
            DimensionId dimension, String agent, ValueSnapshots.Snapshot before, Collection<String> now) {
        var gone = new TreeSet<>(before.values());
        gone.removeAll(now);
        var fresh = new TreeSet<>(now);
        fresh.removeAll(before.values());
        var size = before.values().size();
        var isSudden = gone.size() >= Math.max(FEWEST, GONE * size) || fresh.size() >= Math.max(FEWEST, NEW * size);
        if (size == 0 || !isSudden) {
            return Optional.empty();
        }
        var sentence = "Of the %d values that '%s' had on %s, %d are gone%s, and %d are new%s."
                .formatted(
                        size,
                        dimension,
                        before.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        gone.size(),
                        some(gone),
                        fresh.size(),
                        some(fresh));
        return Optional.of(new SchemaDrift(
                SchemaDrift.Kind.VALUES_CHANGED,
                agent,
                "",
                null,
                String.valueOf(size),
                String.valueOf(now.size()),
                null,
                List.of(),
                List.of(dimension),
                sentence));
    }

    private static String some(Collection<String> values) {
        return values.isEmpty()
                ? ""
                : " (%s%s)"
                        .formatted(
                                String.join(", ", values.stream().limit(NAMED).toList()),
                                values.size() > NAMED ? ", …" : "");
    }
}
