package io.asktrail.querying;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.querying.session.Faults;
import io.asktrail.querying.session.ReadOnlySession;
import io.asktrail.querying.session.RowClaims;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.registry.schema.Settling;
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
    private static final long MOST_PARTS = CoverageTable.MOST_ROWS;

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

    /** Of what a fetch reads. A gap is told only if it is there now: it may just have been filled. */
    Holdings.Held of(ResolvedFetch fetch, LocalDate today, Deadline deadline) {
        var known = holdings(fetch.fact(), deadline).in(fetch, today);
        return known.notes().isEmpty()
                ? known
                : lookedUp(fetch.fact(), deadline).in(fetch, today);
    }

    private Holdings holdings(TableDefinition table, Deadline deadline) {
        @Nullable Known seen = known.get(table.id());
        if (seen == null
                || !seen.holdings.table().equals(table)
                || seen.readAt.plus(KEPT).isBefore(clock.instant())) {
            return lookedUp(table, deadline);
        }
        return seen.holdings;
    }

    private Holdings lookedUp(TableDefinition table, Deadline deadline) {
        var now = read(table, deadline);
        known.put(table.id(), new Known(now, clock.instant()));
        return now;
    }

    private Holdings read(TableDefinition table, Deadline deadline) {
        boolean byChannel = table.coveredBy() == TableDefinition.CoveredBy.CHANNEL;
        var judged = guard.judge(coverageOf(table, byChannel), CoverageTable.demands(table));
        try {
            var rows = session.rows(table.connection(), RowClaims.NOTHING, deadline, judged);
            var ages = byChannel && !table.settling().isEmpty() ? ages(table, deadline) : List.<Aged>of();
            return new Holdings(
                    table, rows.stream().map(row -> part(row, byChannel, ages)).toList());
        } catch (SuiteException refused) {
            if (!Faults.isAboutWhatIsNotThere(refused)) {
                throw refused;
            }
            // A database that was not made for this keeps no account of what was loaded.
            return new Holdings(table, List.of());
        }
    }

    private record Aged(String channel, Holdings.KnownAge known) {}

    private List<Aged> ages(TableDefinition table, Deadline deadline) {
        var judged = guard.judge(agesOf(table), CoverageTable.agesOf(table));
        return session.rows(table.connection(), RowClaims.NOTHING, deadline, judged).stream()
                .map(row -> new Aged(
                        row.get("channel", String.class),
                        new Holdings.KnownAge(row.get("age", Integer.class), row.get("first_day", LocalDate.class))))
                .toList();
    }

    private Select<Record> agesOf(TableDefinition table) {
        // What had settled for all numbers when it was asked for is of no interest, and would be most.
        var longest = table.settling().stream().mapToInt(Settling::days).max().orElse(0);
        var age = DSL.field(DSL.name("age"), Integer.class);
        var query = session.engine(table.connection()).statements().selectQuery();
        query.addSelect(
                DSL.field(DSL.name("channel"), String.class), age, DSL.field(DSL.name("first_day"), LocalDate.class));
        query.addFrom(DSL.table(DSL.name(table.id().schema(), "known_ages")));
        query.addConditions(
                DSL.field(DSL.name("table_name"), String.class)
                        .in(table.id().table(), table.id().value()),
                age.lt(longest));
        query.addLimit(DSL.inline(CoverageTable.MOST_AGES));
        return query;
    }

    private static Holdings.Part part(Record row, boolean byChannel, List<Aged> ages) {
        @Nullable String channel = byChannel ? row.get("channel", String.class) : null;
        @Nullable OffsetDateTime loadedAt = row.get("loaded_at", OffsetDateTime.class);
        return new Holdings.Part(
                channel,
                row.get("covered_from", LocalDate.class),
                row.get("covered_to", LocalDate.class),
                loadedAt == null ? null : loadedAt.toInstant(),
                ages.stream()
                        .filter(aged -> aged.channel().equals(channel))
                        .map(Aged::known)
                        .toList());
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
        // Of more runs of days than anybody would leave behind, the latest count.
        query.addOrderBy(DSL.field(DSL.name("covered_to"), LocalDate.class).desc());
        query.addLimit(DSL.inline(byChannel ? MOST_PARTS : 1));
        return query;
    }
}
