package io.asktrail.orchestrator.drift;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.orchestrator.state.StateDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of dimensions as they were, in the state database. */
final class ValueSnapshots {
    private final StateDatabase state;
    private final Clock clock;

    ValueSnapshots(StateDatabase state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    record Snapshot(Instant at, Set<String> values) {
        Snapshot {
            values = Set.copyOf(values);
        }
    }

    Optional<Snapshot> of(DimensionId dimension, String agent) {
        return state.jdbc()
                .sql("select taken_at, known from value_snapshots where dimension = ? and agent = ?")
                .params(dimension.value(), agent)
                .query((row, _) -> new Snapshot(
                        row.getTimestamp("taken_at").toInstant(),
                        Arrays.stream((String[]) row.getArray("known").getArray())
                                .collect(Collectors.toSet())))
                .optional();
    }

    void keep(DimensionId dimension, String agent, Collection<String> values) {
        state.jdbc()
                .sql("""
                    insert into value_snapshots (dimension, agent, taken_at, known) values (?, ?, ?, ?)
                    on conflict (dimension, agent) do update set taken_at = excluded.taken_at, known = excluded.known
                    """)
                .params(
                        dimension.value(),
                        agent,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        values.toArray(String[]::new))
                .update();
    }
}
