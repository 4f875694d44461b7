package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.statement.Days;
import io.asktrail.querying.statement.FromClause;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A period is the caller's days, whatever the column holds; expected values come from Java's calendar. */
abstract class DaysContract {
    private static final TableId MOMENTS = new TableId("shop.moments");
    private static final List<Instant> INSTANTS = instants();

    private final Engine engine;

    DaysContract(Engine engine) {
        this.engine = engine;
    }

    /** A connection that may write, to a database with a schema {@code shop}. */
    abstract Connection open() throws SQLException;

    /** Makes {@code shop.moments} of one row for each instant: its number, then three times the same instant in UTC. */
    final void fill(String timestampType, String momentType) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists shop.moments");
            statement.execute("create table shop.moments (no int, day date, clock %s, moment %s)"
                    .formatted(timestampType, momentType));
            var rows = new ArrayList<String>();
            for (var no = 0; no < INSTANTS.size(); no++) {
                var utc = INSTANTS.get(no).atOffset(ZoneOffset.UTC);
                var clock = utc.toLocalDateTime().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
                rows.add("(%d, date '%s', timestamp '%s', cast('%s+00:00' as %s))"
                        .formatted(no, utc.toLocalDate(), clock, clock, momentType));
            }
            statement.execute("insert into shop.moments values " + String.join(", ", rows));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Kolkata, 2025-10-01, 2025-10-31",
        "Asia/Kolkata, 2025-10-02, 2025-10-02",
        // a day of 23 hours, one of 25, and a day that begins at one o'clock
        "America/New_York, 2025-03-09, 2025-03-09",
        "America/New_York, 2025-11-02, 2025-11-02",
        "Europe/Berlin, 2025-03-30, 2025-03-30",
        "Europe/Berlin, 2025-10-26, 2025-10-26",
        "America/Havana, 2025-03-09, 2025-03-09",
        "Pacific/Kiritimati, 2025-10-02, 2025-10-02",
        "UTC, 2025-10-02, 2025-10-02"
    })
    void keepsTheMomentsOfTheCallersDays(ZoneId zone, LocalDate first, LocalDate last) throws SQLException {
        var byMoment = expected(instant -> instant.atZone(zone).toLocalDate(), first, last);
        var byClock = expected(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate(), first, last);

        // Then: a date and a clock without a zone are days as they stand
        assertThat(kept("moment", zone, first, last)).isEqualTo(byMoment).isNotEmpty();
        assertThat(kept("clock", zone, first, last)).isEqualTo(byClock).isNotEmpty();
        assertThat(kept("day", zone, first, last)).isEqualTo(byClock).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Asia/Kolkata", "America/New_York", "Europe/Berlin", "America/Havana", "Pacific/Kiritimati", "UTC"})
    void putsEachMomentOnTheCallersDay(ZoneId zone) throws SQLException {
        assertThat(daysOf("moment", zone))
                .isEqualTo(INSTANTS.stream()
                        .map(instant -> instant.atZone(zone).toLocalDate())
                        .toList());
        var asTheyStand = INSTANTS.stream()
                .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate())
                .toList();
        assertThat(daysOf("clock", zone)).isEqualTo(asTheyStand);
        assertThat(daysOf("day", zone)).isEqualTo(asTheyStand);
    }

    private interface DayOf {
        LocalDate of(Instant instant);
    }

    private static List<Integer> expected(DayOf day, LocalDate first, LocalDate last) {
        return java.util.stream.IntStream.range(0, INSTANTS.size())
                .filter(no -> !day.of(INSTANTS.get(no)).isBefore(first)
                        && !day.of(INSTANTS.get(no)).isAfter(last))
                .boxed()
                .toList();
    }

    private List<Integer> kept(String column, ZoneId zone, LocalDate first, LocalDate last) throws SQLException {
        var from = new FromClause(SampleRegistry.make(10), table(column));
        var condition =
                new Days(from, table(column), zone, DayOfWeek.MONDAY, engine).within(new DateRange(first, last));
        try (var connection = open()) {
            return engine.on(connection)
                    .select(DSL.field("no", Integer.class))
                    .from(from.toTable())
                    .where(condition)
                    .orderBy(1)
                    .fetch()
                    .into(Integer.class);
        }
    }

    private List<LocalDate> daysOf(String column, ZoneId zone) throws SQLException {
        var from = new FromClause(SampleRegistry.make(10), table(column));
        try (var connection = open()) {
            return engine.on(connection)
                    .select(new Days(from, table(column), zone, DayOfWeek.MONDAY, engine).day())
                    .from(from.toTable())
                    .orderBy(DSL.field("no"))
                    .fetch()
                    .into(LocalDate.class);
        }
    }

    private static TableDefinition table(String dateColumn) {
        return new TableDefinition(
                MOMENTS,
                "shop",
                "Moments",
                List.of("no"),
                dateColumn,
                null,
                List.of(
                        new ColumnDefinition("no", ColumnDefinition.Type.INTEGER, null, null),
                        new ColumnDefinition("day", ColumnDefinition.Type.DATE, null, null),
                        new ColumnDefinition("clock", ColumnDefinition.Type.TIMESTAMP, null, null),
                        new ColumnDefinition("moment", ColumnDefinition.Type.TIMESTAMPTZ, null, null)),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    // The first and the last second of days, as those who live there see them, beside plain noons.
    private static List<Instant> instants() {
        var all = new ArrayList<Instant>();
        var zones = Stream.of(
                        "Asia/Kolkata",
                        "America/New_York",
                        "Europe/Berlin",
                        "America/Havana",
                        "Pacific/Kiritimati",
                        "UTC")
                .map(ZoneId::of)
                .toList();
        var days = Stream.of(
                        "2025-03-09",
                        "2025-03-10",
                        "2025-03-30",
                        "2025-03-31",
                        "2025-10-01",
                        "2025-10-02",
                        "2025-10-03",
                        "2025-10-26",
                        "2025-10-27",
                        "2025-10-31",
                        "2025-11-01",
                        "2025-11-02",
                        "2025-11-03")
                .map(LocalDate::parse)
                .toList();
        for (var zone : zones) {
            for (var day : days) {
                var start = day.atStartOfDay(zone).toInstant();
                all.add(start.minusSeconds(1));
                all.add(start);
                all.add(start.plusSeconds(43_200));
            }
        }
        return List.copyOf(all);
    }
}
