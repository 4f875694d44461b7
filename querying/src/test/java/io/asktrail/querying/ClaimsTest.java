package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.querying.session.Ask;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.session.Judged;
import io.asktrail.querying.session.ReadOnlySession;
import io.asktrail.querying.session.RowClaims;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a transaction says to the database about the rows it reads, and that it is said to that transaction alone. */
class ClaimsTest {
    @AutoClose
    private final Connections connections = new Connections(Map.of("ads", SampleTables.settings()));

    private final ReadOnlySession session = new ReadOnlySession(connections, Clock.systemUTC());

    @Test
    void saysARegionAsJsonSoThatNoneReadsAsAWordOfItsOwn() {
        assertThat(claimed(new RowClaims.Everything())).isEqualTo("*");
        assertThat(claimed(new RowClaims.Unplaced())).isEqualTo("unplaced");
        assertThat(claimed(RowClaims.NOTHING)).isEqualTo("[]");
        assertThat(claimed(new RowClaims.OfRegions(Set.of("*")))).isEqualTo("[\"*\"]");
        assertThat(claimed(new RowClaims.OfRegions(Set.of("Delhi", "a \"b\" \\ ' ê"))))
                .isEqualTo("[\"Delhi\",\"a \\\"b\\\" \\\\ ' ê\"]");
    }

    @Test
    void leavesNothingToTheNextTransactionOfTheConnection() throws SQLException {
        // Given
        claimed(new RowClaims.Everything());
        long server;
        try (var connection = connections.borrow("ads", List.of());
                var rows = connection
                        .createStatement()
                        .executeQuery("select pg_backend_pid(), current_setting('asktrail.regions', true),"
                                + " current_setting('statement_timeout')")) {
            rows.next();
            server = rows.getLong(1);

            // When, Then: the setting exists on this connection, and is empty
            assertThat(rows.getString(2)).isEmpty();
            assertThat(rows.getString(3)).isEqualTo("0");
        }
        assertThat(asked(RowClaims.NOTHING, "pg_backend_pid()")).isEqualTo(String.valueOf(server));
    }

    private String claimed(RowClaims claims) {
        return asked(claims, "current_setting('asktrail.regions', true)");
    }

    private String asked(RowClaims claims, String expression) {
        var select = DSL.using(SQLDialect.POSTGRES).select(DSL.field(expression, String.class));
        var unjudged = unjudged(select, false);
        return session.rows("ads", claims, Deadline.in(Duration.ofSeconds(5), Clock.systemUTC()), unjudged)
                .getFirst()
                .get(0, String.class);
    }

    private static Judged unjudged(Select<?> select, boolean inParts) {
        return new Judged(select, select.getSQL(), select.getBindValues(), List.of(), List.of(), inParts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopsHandingOnRowsOnceNobodyWaits(boolean inParts) throws Exception {
        // Given: a million rows, of which the first makes the reader linger
        var rows = new AtomicInteger();
        var reached = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        var select = DSL.using(SQLDialect.POSTGRES)
                .select(DSL.field("n", Integer.class))
                .from("generate_series(1, 1000000) as numbers(n)")
                .fetchSize(1_000);
        var outcome = new CompletableFuture<Throwable>();
        var asking = Thread.ofVirtual()
                .start(() -> outcome.complete(catchThrowable(() -> session.read(
                        "ads",
                        Deadline.in(Duration.ofSeconds(20), Clock.systemUTC()),
                        List.of(new Ask(RowClaims.NOTHING, unjudged((Select<?>) select, inParts), _ -> {
                            if (rows.incrementAndGet() == 1) {
                                reached.countDown();
                                await(gone);
                            }
                        })),
                        () -> ""))));
        reached.await();

        // When
        asking.interrupt();
        var thrown = outcome.get(5, TimeUnit.SECONDS);
        gone.countDown();

        // Then
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        stopped -> assertThat(stopped.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(asked(RowClaims.NOTHING, "'still here'")).isEqualTo("still here");
        assertThat(rows).hasValue(1);
    }

    @Test
    void readsALongAnswerBeforeItAsksALongQuestion() {
        // Given: 40 MB of rows, then 16 MB of values: more than lies between a client and a server
        var line = "x".repeat(16_000);
        var many = DSL.using(SQLDialect.POSTGRES)
                .select(DSL.field("line", String.class))
                .from("(select repeat('x', 1000) from generate_series(1, 40000)) as lines(line)");
        var values = IntStream.range(0, 1_000).mapToObj(i -> line + i).toList();
        var wide = DSL.using(SQLDialect.POSTGRES)
                .select(DSL.field("line", String.class))
                .from("(values ('x')) as lines(line)")
                .where(DSL.field("line", String.class).notIn(values));
        var rows = new AtomicInteger();
        var others = new AtomicInteger();

        // When
        session.read(
                "ads",
                Deadline.in(Duration.ofSeconds(60), Clock.systemUTC()),
                List.of(
                        new Ask(RowClaims.NOTHING, unjudged((Select<?>) many, false), _ -> rows.incrementAndGet()),
                        new Ask(RowClaims.NOTHING, unjudged((Select<?>) wide, false), _ -> others.incrementAndGet())),
                () -> "");

        // Then
        assertThat(rows).hasValue(40_000);
        assertThat(others).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsAHeavyJoinAtTheDeadlineAtTheServer() {
        // Given: 10^12 pairs
        var heavy = "(select count(*)::text from generate_series(1, 1000000) a, generate_series(1, 1000000) b)";
        var select = DSL.using(SQLDialect.POSTGRES).select(DSL.field(heavy, String.class));

        // When
        var thrown = catchThrowable(() -> session.rows(
                "ads",
                RowClaims.NOTHING,
                Deadline.in(Duration.ofMillis(300), Clock.systemUTC()),
                unjudged(select, false)));

        // Then
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        SuiteException.class, late -> assertThat(late.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
        assertThat(SampleTables.byHand("select count(*) from pg_stat_activity where state = 'active'"
                        + " and query like '%generate_series(1, 1000000) b%' and pid <> pg_backend_pid()"))
                .isEqualTo(List.of(List.of("0")));
    }
}
