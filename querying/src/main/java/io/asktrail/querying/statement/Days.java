package io.asktrail.querying.statement;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Grain;
import io.asktrail.querying.engine.Engine;
import io.asktrail.registry.schema.TableDefinition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jooq.Condition;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The date column of a fact table, read in the caller's zone. Bounds are put on the bare column, so that an index on it
 * is of use whatever its type.
 */
public final class Days {
    private final Field<?> column;
    private final ZoneId zone;
    private final DayOfWeek weekStart;
    private final Engine engine;

    public Days(FromClause from, TableDefinition fact, ZoneId zone, DayOfWeek weekStart, Engine engine) {
        var name = fact.dateColumn();
        if (name == null) {
            throw new SuiteException(ErrorCode.NO_PATH, "%s has no dates.".formatted(fact.title()));
        }
        this.column = from.column(name);
        this.zone = zone;
        this.weekStart = weekStart;
        this.engine = engine;
    }

    static Days of(ResolvedFetch fetch, FromClause from, Engine engine) {
        var calendar = fetch.registry().calendar().definition();
        return new Days(from, fetch.fact(), fetch.inputs().tz(), calendar.weekStart(), engine);
    }

    public Condition within(DateRange range) {
        return since(range.start()).and(until(range.end()));
    }

    Condition since(LocalDate first) {
        return switch (kind()) {
            case Local(var field) -> field.ge(first);
            case LocalTime(var field) -> field.ge(first.atStartOfDay());
            case Moment(var field) -> field.ge(startOf(first));
        };
    }

    Condition until(LocalDate last) {
        return switch (kind()) {
            case Local(var field) -> field.le(last);
            case LocalTime(var field) -> field.lt(last.plusDays(1).atStartOfDay());
            case Moment(var field) -> field.lt(startOf(last.plusDays(1)));
        };
    }

    /** The local date. */
    public Field<LocalDate> day() {
        return switch (kind()) {
            case Local(var field) -> field;
            case LocalTime(var field) -> DSL.cast(field, SQLDataType.LOCALDATE);
            case Moment(var field) -> engine.localDay(field, zone);
        };
    }

    /** The first day of the week, month … that holds the day. */
    Field<LocalDate> startOf(Grain grain) {
        return switch (grain) {
            case DAY -> day();
            case WEEK -> startOfWeek();
            case MONTH -> engine.startOf(DatePart.MONTH, day());
            case QUARTER -> engine.startOf(DatePart.QUARTER, day());
            case YEAR -> engine.startOf(DatePart.YEAR, day());
        };
    }

    // The database's weeks start on Monday; another start is reached by moving the days there and back.
    private Field<LocalDate> startOfWeek() {
        var ahead = (8 - weekStart.getValue()) % 7;
        var moved = ahead == 0 ? day() : engine.plusDays(day(), ahead);
        var monday = engine.startOf(DatePart.WEEK, moved);
        return ahead == 0 ? monday : engine.plusDays(monday, -ahead);
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private sealed interface Kind {}

    private record Local(Field<LocalDate> field) implements Kind {}

    private record LocalTime(Field<LocalDateTime> field) implements Kind {}

    private record Moment(Field<OffsetDateTime> field) implements Kind {}

    private Kind kind() {
        var type = column.getType();
        if (type == LocalDate.class) {
            return new Local(column.coerce(LocalDate.class));
        }
        if (type == LocalDateTime.class) {
            return new LocalTime(column.coerce(LocalDateTime.class));
        }
        if (type == OffsetDateTime.class) {
            return new Moment(column.coerce(OffsetDateTime.class));
        }
        throw new SuiteException(
                ErrorCode.BROKEN_INVARIANT, "The date column %s holds no dates.".formatted(column.getName()));
    }
}
