package io.asktrail.querying.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.engine.PostgreSql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** A question's claims, statement and looks reach PostgreSQL together, however often they were asked before. */
class AtOnceTest {
    private static final String DATABASE = "at_once_test";
    // More than the driver waits for before it keeps a statement at the server.
    private static final int OFTEN = 12;

    @Test
    void asksInOneRoundTripHoweverOftenItAsked() throws Exception {
        // Given: rows of two claims, found by a text and by days
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(DATABASE, server.superuser().user());
        try (var wire = ListenedWire.to(server.port());
                var jdbc = open("jdbc:postgresql://127.0.0.1:%d/%s".formatted(wire.port(), DATABASE))) {
            for (var i = 0; i < OFTEN; i++) {
                ask(jdbc);
            }
            var before = wire.syncs();

            // When
            var rows = ask(jdbc);

            // Then: one for all of it, one for the end of the transaction
            assertThat(wire.syncs() - before).isEqualTo(2);
            assertThat(rows)
                    .containsExactly(
                            List.of("[\"Delhi\"]", "Delhi", new BigDecimal("9007199254740993.25")),
                            List.of("unplaced", "Goa", new BigDecimal("9007199254740993.25")));
        }
    }

    @Test
    void comparesATextWithAColumnOfWhateverTypeAsIfItWereWrittenThere() throws SQLException {
        // Given
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(DATABASE, server.superuser().user());
        var id = UUID.randomUUID();
        var kinds =
                "(values ('%s'::uuid, 'a'::varchar, 1, date '2025-10-31')) as t (id, name, number, day)".formatted(id);
        var texts = Map.of("id", id.toString(), "name", "a", "number", "1", "day", "2025-10-31");
        try (var jdbc = open(server.jdbcUrl(DATABASE))) {
            for (var text : texts.entrySet()) {
                var column = DSL.field(DSL.name(text.getKey()), String.class);

                // When
                var value = text.getValue();
                var same = rows(jdbc, asked(new RowClaims.Everything(), kinds, column.eq(value)));
                var among = rows(jdbc, asked(new RowClaims.Everything(), kinds, column.in(value, value)));

                // Then
                assertThat(same).as(text.getKey()).hasSize(1);
                assertThat(among).as(text.getKey()).hasSize(1);
            }
        }
    }

    private static List<List<Object>> ask(Connection jdbc) throws SQLException {
        var days = "(values ('Delhi', date '2025-10-31'), ('Goa', date '2025-10-30')) as t (name, day)";
        var name = DSL.field(DSL.name("name"), String.class);
        var day = DSL.field(DSL.name("day"), LocalDate.class);
        return rows(
                jdbc,
                asked(
                        new RowClaims.OfRegions(Set.of("Delhi")),
                        days,
                        name.eq("Delhi").and(day.le(LocalDate.parse("2025-10-31")))),
                asked(new RowClaims.Unplaced(), days, name.eq("Goa").and(day.lt(LocalDate.parse("2025-10-31")))));
    }

    private record Asked(RowClaims claims, String from, Condition condition) {
        Judged judged() {
            var select = Engine.POSTGRESQL
                    .statements()
                    .select(
                            DSL.field("current_setting('asktrail.regions')", String.class),
                            DSL.field("name", String.class),
                            DSL.field("9007199254740993.25", BigDecimal.class))
                    .from(from)
                    .where(condition);
            return new Judged(select, select.getSQL(), select.getBindValues(), List.of(), List.of(), false);
        }
    }

    private static Asked asked(RowClaims claims, String from, Condition condition) {
        return new Asked(claims, from, condition);
    }

    private static List<List<Object>> rows(Connection jdbc, Asked... all) throws SQLException {
        var rows = new ArrayList<List<Object>>();
        var asks = List.of(all).stream()
                .map(asked -> new Ask(asked.claims(), asked.judged(), row -> rows.add(cells(row))))
                .toList();
        new AtOnce((PostgreSql) Engine.POSTGRESQL, Duration.ofSeconds(10)).hold(jdbc, asks, new RunningQuery());
        jdbc.rollback();
        return rows;
    }

    private static List<Object> cells(Record row) {
        return List.of(row.intoArray());
    }

    private static Connection open(String url) throws SQLException {
        var login = TemporaryPostgres.shared().superuser();
        var options = new Properties();
        Engine.POSTGRESQL.clientOptions().forEach(options::setProperty);
        options.setProperty("user", login.user());
        options.setProperty("password", login.password());
        options.setProperty("sslmode", "disable");
        options.setProperty("gssEncMode", "disable");
        var jdbc = DriverManager.getConnection(url, options);
        jdbc.setAutoCommit(false);
        jdbc.setReadOnly(true);
        return jdbc;
    }
}
