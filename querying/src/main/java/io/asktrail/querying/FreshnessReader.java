package io.asktrail.querying;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a table is, from the {@code coverage} table of its schema that every loader keeps. Looked up once in a few
 * seconds: it changes when something is loaded, not with a question.
 */
final class FreshnessReader {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final ReadOnlySession session;
    private final SchemaGuard guard;
    private final SettlingTime settling;
    private final Clock clock;
    private final Map<TableId, Known> known = new ConcurrentHashMap<>();

    private record Known(@Nullable Coverage coverage, Instant readAt) {}

    private record Coverage(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant loadedAt) {}

    FreshnessReader(ReadOnlySession session, SchemaGuard guard, SettlingTime settling, Clock clock) {
        this.session = session;
        this.guard = guard;
        this.settling = settling;
        this.clock = clock;
    }

    /** Empty if nobody keeps account of the table. */
    Optional<Freshness> of(TableDefinition table, LocalDate today, Deadline deadline) {
        return coverage(table, deadline)
                .map(coverage -> new Freshness(
                        table.title(),
                        coverage.from,
                        coverage.to,
                        coverage.loadedAt,
                        settling.provisionalFrom(today, coverage.to)));
    }

    private Optional<Coverage> coverage(TableDefinition table, Deadline deadline) {
        @Nullable Known seen = known.get(table.id());
        if (seen == null || seen.readAt.plus(KEPT).isBefore(clock.instant())) {
            seen = new Known(read(table, deadline), clock.instant());
            known.put(table.id(), seen);
        }
        return Optional.ofNullable(seen.coverage);
    }

    private @Nullable Coverage read(TableDefinition table, Deadline deadline) {
        var judged = guard.judge(coverageOf(table.id()), CoverageTable.demands(table));
        var rows = session.rows(table.connection(), RowClaims.NOTHING, deadline, judged);
        if (rows.isEmpty()) {
            return null;
        }
        var row = rows.getFirst();
        @Nullable OffsetDateTime loadedAt = row.get("loaded_at", OffsetDateTime.class);
        return new Coverage(
                row.get("covered_from", LocalDate.class),
                row.get("covered_to", LocalDate.class),
                loadedAt == null ? null : loadedAt.toInstant());
    }

    private static Select<Record> coverageOf(TableId table) {
        var query = DSL.using(SQLDialect.POSTGRES, ReadOnlySession.RENDERING).selectQuery();
        var name = DSL.field(DSL.name("table_name"), String.class);
        query.addSelect(
                DSL.field(DSL.name("covered_from"), LocalDate.class),
                DSL.field(DSL.name("covered_to"), LocalDate.class),
                DSL.field(DSL.name("loaded_at"), OffsetDateTime.class));
        query.addFrom(DSL.table(DSL.name(table.schema(), "coverage")));
        query.addConditions(name.in(table.table(), table.value()));
        query.addLimit(DSL.val(1));
        return query;
    }
}
