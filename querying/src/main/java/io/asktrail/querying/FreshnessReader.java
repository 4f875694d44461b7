package io.asktrail.querying;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which days a table holds, from the {@code coverage} table of its schema that every loader keeps. Looked up once in a
 * few seconds: it changes when something is loaded, not with a question.
 */
final class FreshnessReader {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final long MOST_PARTS = 100;

    private final ReadOnlySession session;
    private final SchemaGuard guard;
    private final Clock clock;
    private final Map<TableId, Known> known = new ConcurrentHashMap<>();

    private record Known(Holdings holdings, Instant readAt) {}

    FreshnessReader(ReadOnlySession session, SchemaGuard guard, Clock clock) {
        this.session = session;
        this.guard = guard;
        this.clock = clock;
    }

    /** Of the whole table; empty if nobody keeps account of it. */
    Optional<Freshness> of(TableDefinition table, LocalDate today, Deadline deadline) {
        return holdings(table, deadline).whole(today);
    }

    /** Of what a fetch reads. */
    Holdings.Held of(ResolvedFetch fetch, LocalDate today, Deadline deadline) {
        return holdings(fetch.fact(), deadline).in(fetch, today);
    }

    private Holdings holdings(TableDefinition table, Deadline deadline) {
        @Nullable Known seen = known.get(table.id());
        if (seen == null
                || !seen.holdings.table().equals(table)
                || seen.readAt.plus(KEPT).isBefore(clock.instant())) {
            seen = new Known(read(table, deadline), clock.instant());
            known.put(table.id(), seen);
        }
        return seen.holdings;
    }

    private Holdings read(TableDefinition table, Deadline deadline) {
        boolean byChannel = table.coveredBy() == TableDefinition.CoveredBy.CHANNEL;
        var judged = guard.judge(coverageOf(table, byChannel), CoverageTable.demands(table));
        try {
            var rows = session.rows(table.connection(), RowClaims.NOTHING, deadline, judged);
            return new Holdings(
                    table, rows.stream().map(row -> part(row, byChannel)).toList());
        } catch (SuiteException refused) {
            if (!Faults.isAboutWhatIsNotThere(refused)) {
                throw refused;
            }
            // A database that was not made for this keeps no account of what was loaded.
            return new Holdings(table, List.of());
        }
    }

    private static Holdings.Part part(Record row, boolean byChannel) {
        @Nullable OffsetDateTime loadedAt = row.get("loaded_at", OffsetDateTime.class);
        return new Holdings.Part(
                byChannel ? row.get("channel", String.class) : null,
                row.get("covered_from", LocalDate.class),
                row.get("covered_to", LocalDate.class),
                loadedAt == null ? null : loadedAt.toInstant());
    }

    private Select<Record> coverageOf(TableDefinition of, boolean byChannel) {
        var table = of.id();
        var query = session.engine(of.connection()).statements().selectQuery();
        var name = DSL.field(DSL.name("table_name"), String.class);
        query.addSelect(
                DSL.field(DSL.name("covered_from"), LocalDate.class),
                DSL.field(DSL.name("covered_to"), LocalDate.class),
                DSL.field(DSL.name("loaded_at"), OffsetDateTime.class));
        if (byChannel) {
            query.addSelect(DSL.field(DSL.name("channel"), String.class));
        }
        query.addFrom(DSL.table(DSL.name(table.schema(), "coverage")));
        query.addConditions(name.in(table.table(), table.value()));
        query.addLimit(DSL.val(byChannel ? MOST_PARTS : 1));
        return query;
    }
}
