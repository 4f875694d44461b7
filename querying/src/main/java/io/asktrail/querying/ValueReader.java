package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.agent.DataAgent.ValueFeed;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.guardrails.query.ColumnRef;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.session.Ask;
import io.asktrail.querying.session.ReadOnlySession;
import io.asktrail.querying.session.RowClaims;
import io.asktrail.querying.statement.Conditions;
import io.asktrail.querying.statement.Days;
import io.asktrail.querying.statement.FromClause;
import io.asktrail.querying.statement.WhereClause;
import io.asktrail.registry.DimensionPath;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.schema.RowFilter;
import io.asktrail.registry.schema.TableDefinition;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of a dimension, for the index that reads questions, with the states in whose rows they stand. A
 * table that cannot tell the state does not feed a dimension whose state another table knows: it would show to everybody
 * what is closed to most.
 */
final class ValueReader {
    private final ServedTools served;
    private final ReadOnlySession session;
    private final SchemaGuard guard;
    private final FreshnessReader freshness;
    private final Clock clock;

    ValueReader(
            ServedTools served, ReadOnlySession session, SchemaGuard guard, FreshnessReader freshness, Clock clock) {
        this.served = served;
        this.session = session;
        this.guard = guard;
        this.freshness = freshness;
        this.clock = clock;
    }

    ValueFeed values(Registry registry, CallContext call, ValueRequest request) {
        var dimension = registry.dimension(request.dimension());
        if (request.limit() < 1) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "Ask for at least one value.");
        }
        var access = registry.accessOf(call.caller());
        if (!access.dimensions().contains(dimension.id())) {
            throw new SuiteException(
                    ErrorCode.FORBIDDEN, "Your role does not open the dimension '%s'.".formatted(dimension.id()));
        }
        var account = account(registry, call, dimension, access, request.limit());
        if (account.isPresent() && account.get().equals(request.known())) {
            return new ValueFeed(dimension.id(), List.of(), true, request.known());
        }
        var found = new TreeMap<String, Found>();
        // Values that are masked are not listed either.
        if (dimension.kind() != DimensionDefinition.Kind.TIME
                && !access.masked().contains(dimension.id())) {
            homes(registry, dimension).forEach(home -> read(registry, home, call, request.limit(), found));
        }
        var values = found.values().stream()
                .limit(request.limit())
                .map(Found::toValue)
                .toList();
        var complete = found.size() <= request.limit();
        var version = account.orElseGet(() -> FeedVersion.ofContent(values, complete));
        return version.equals(request.known())
                ? new ValueFeed(dimension.id(), List.of(), complete, version)
                : new ValueFeed(dimension.id(), values, complete, version);
    }

    // Where whoever loads keeps account of it, a set is known to be unchanged without a look at the rows.
    private Optional<String> account(
            Registry registry, CallContext call, DimensionDefinition dimension, Access access, int limit) {
        var parts = new ArrayList<String>(List.of(registry.version(), access.fingerprint(), String.valueOf(limit)));
        for (var home : homes(registry, dimension)) {
            var loaded = freshness
                    .of(home.table, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), call.deadline())
                    .map(Freshness::loadedAt);
            if (loaded.isEmpty()) {
                return Optional.empty();
            }
            parts.add(home.table.id() + "@" + loaded.get());
        }
        return Optional.of(FeedVersion.ofAccount(parts));
    }

    /** A table of this agent that has the dimension, and the way from there to what closes its rows. */
    private record Home(TableDefinition table, Binding binding, Optional<DimensionPath> region) {}

    private List<Home> homes(Registry registry, DimensionDefinition dimension) {
        var own = connections(registry);
        var regionKnown = dimension.columns().stream()
                .anyMatch(binding -> region(registry, binding).isPresent());
        return dimension.columns().stream()
                .map(binding -> new Home(registry.table(binding.table()), binding, region(registry, binding)))
                .filter(home -> own.contains(home.table.connection()))
                .filter(home -> home.region.isPresent() || !regionKnown)
                .toList();
    }

    private Set<String> connections(Registry registry) {
        var own = new LinkedHashSet<String>();
        served.in(registry).forEach(tool -> own.add(Objects.requireNonNullElse(tool.connectionRef(), "")));
        return own;
    }

    private static Optional<DimensionPath> region(Registry registry, Binding binding) {
        return regionDimension(registry).flatMap(region -> registry.path(binding.table(), region));
    }

    private static Optional<DimensionId> regionDimension(Registry registry) {
        return registry.tables().values().stream()
                .flatMap(table -> table.rowFilters().stream())
                .filter(filter -> filter.claim() == RowFilter.Claim.REGIONS)
                .map(RowFilter::dimension)
                .findFirst();
    }

    private void read(Registry registry, Home home, CallContext call, int limit, Map<String, Found> found) {
        var claims = RowClaims.of(registry.accessOf(call.caller()));
        var from = new FromClause(registry, home.table);
        var select = statement(registry, home, from, call, limit);
        var judged = guard.judge(select, demands(registry, home, from, call, limit));
        var ask = new Ask(claims, judged, row -> {
            var value = row.get("value", String.class);
            found.computeIfAbsent(value, Found::new).add(row);
        });
        session.read(home.table.connection(), call.deadline(), List.of(ask), () -> found);
    }

    private static Demands demands(Registry registry, Home home, FromClause from, CallContext call, int limit) {
        var closed = home.region
                .filter(_ -> !registry.accessOf(call.caller()).allRegions())
                .map(path ->
                        new ColumnRef(path.binding().table(), path.binding().column()));
        return new Demands(
                from.tables(), Demands.dateColumn(home.table), closed.stream().toList(), List.of(), limit + 1L);
    }

    private Select<Record> statement(Registry registry, Home home, FromClause from, CallContext call, int limit) {
        var value = from.column(home.binding.column());
        var query = engine(home).statements().selectQuery();
        query.addSelect(value.cast(String.class).as(DSL.name("value")));
        query.addConditions(value.isNotNull());
        if (home.table.isFact()) {
            query.addConditions(everyDay(registry, home, from));
        }
        if (home.binding.title() != null) {
            query.addSelect(DSL.max(from.column(home.binding.title())).as(DSL.name("title")));
        }
        home.region.ifPresent(path -> {
            var region = from.column(path, path.binding().column()).coerce(String.class);
            query.addSelect(
                    DSL.arrayAggDistinct(region).filterWhere(region.isNotNull()).as(DSL.name("regions")));
            openRows(registry, call, region).ifPresent(query::addConditions);
        });
        query.addGroupBy(DSL.inline(1));
        query.addOrderBy(DSL.inline(1));
        query.addLimit(DSL.inline(limit + 1L));
        query.addFrom(from.toTable());
        return query;
    }

    private Engine engine(Home home) {
        return session.engine(home.table.connection());
    }

    // No fact table is read without a first and a last day, not even for its names.
    private Condition everyDay(Registry registry, Home home, FromClause from) {
        var calendar = registry.calendar().definition();
        var today = LocalDate.ofInstant(clock.instant(), calendar.tz());
        return new Days(from, home.table, calendar.tz(), calendar.weekStart(), engine(home))
                .within(new DateRange(WhereClause.BEGINNING, today));
    }

    private static Optional<Condition> openRows(Registry registry, CallContext call, Field<String> region) {
        var access = registry.accessOf(call.caller());
        if (access.allRegions()) {
            return Optional.empty();
        }
        if (access.regions().isEmpty()) {
            return Optional.of(DSL.falseCondition());
        }
        var open = new FilterValue.Texts(List.copyOf(new TreeSet<>(access.regions())));
        return Optional.of(Conditions.compare(region, Operator.IN, open));
    }

    /** A value as several tables may have it. */
    private static final class Found {
        private final String value;
        private final Set<String> aliases = new TreeSet<>();
        private final Set<String> regions = new TreeSet<>();

        Found(String value) {
            this.value = value;
        }

        void add(Record row) {
            @Nullable Field<?> title = row.field("title");
            if (title != null && row.get(title) != null) {
                aliases.add(String.valueOf(row.get(title)));
            }
            @Nullable Field<?> states = row.field("regions");
            if (states != null && row.get(states) instanceof Object[] array) {
                Arrays.stream(array).map(String::valueOf).forEach(regions::add);
            }
        }

        Value toValue() {
            return new Value(value, new ArrayList<>(aliases), new ArrayList<>(regions));
        }
    }
}
