package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.session.Judged;
import io.asktrail.querying.session.ReadOnlySession;
import io.asktrail.querying.session.RowClaims;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What holds of every engine beside what a fetch gives: exactness, sizes, time that runs out, nothing written. */
abstract class EngineContract {
    private static final Caller OWNER = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
    private static final int MORE_THAN_ALL = 20_000;

    private final Connections connections;
    private final SampleReader reader;

    EngineContract(Connections connections) {
        this.connections = connections;
        this.reader = new SampleReader(MORE_THAN_ALL, connections);
    }

    /** An expression in the engine's words that takes minutes. */
    abstract String forMinutes();

    /** How many statements with that expression the engine is still at. */
    abstract int stillAtIt();

    /** Far away, so that only the cancelling can have ended the statement. */
    Duration deadlineOfTheGone() {
        return Duration.ofSeconds(60);
    }

    @Test
    void givesIdsBeyondWhatDoublesHoldInAResultOfManyRows() {
        // When
        var rows = rows(events("event_count event_amount").by("event"));

        // Then
        assertThat(cells(rows)).hasSize(12_000).isEqualTo(SampleTables.byHand("""
            select event_id, count(*), sum(amount) from bare.events group by 1 order by 1\
            """));
        assertThat(rows.truncated()).isFalse();
    }

    @Test
    void findsOneOfTwoIdsThatAreOneAsDoubles() {
        assertThat(cells(rows(events("event_count").by("event").keep("event", "9007199254740993"))))
                .containsExactly(List.of("9007199254740993", "1"));
    }

    @Test
    void addsUpMillionthsExactly() {
        // When
        var total = rows(events("event_amount"));
        var some = rows(events("event_amount").by("event").where("event_amount", Operator.GT, "0.1119995"));

        // Then: 12,000 times 0.1, and 0.000001 + ... + 0.012
        assertThat(cells(total)).containsExactly(List.of("1272.006"));
        assertThat(cells(some).stream().map(List::getLast)).containsExactly("0.112");
    }

    @Test
    void readsTextsOfAllAlphabets() {
        // When, Then
        assertThat(cells(rows(events("event_count").by("label").where("label", Operator.CONTAINS, "ल्ल"))))
                .containsExactly(List.of("दिल्ली", "3000"));
        assertThat(cells(rows(events("event_count").by("label").where("label", Operator.CONTAINS, "ÜNÏ"))))
                .containsExactly(List.of("Ünïcode", "3000"));
        assertThat(cells(rows(events("event_count").by("label").keep("label", "😀"))))
                .containsExactly(List.of("😀", "3000"));
    }

    @Test
    void comparesByEveryOperator() {
        assertThat(count("label", Operator.EQ, "😀")).isEqualTo("3000");
        assertThat(count("label", Operator.NE, "😀")).isEqualTo("9000");
        assertThat(count("label", Operator.IS_NULL, "")).isEqualTo("3000");
        assertThat(count("event", Operator.LT, "9007199254741000")).isEqualTo("7");
        assertThat(count("event", Operator.LE, "9007199254741000")).isEqualTo("8");
        assertThat(count("event", Operator.GT, "9007199254752990.5")).isEqualTo("2");
        assertThat(count("event", Operator.GE, "9007199254752990")).isEqualTo("3");
        assertThat(count("event", Operator.CONTAINS, "75299")).isEqualTo("3");
        assertThat(count("date", Operator.EQ, "2025-10-02")).isEqualTo("480");
        assertThat(count("date", Operator.GE, "2025-10-25")).isEqualTo("481");
        assertThat(cells(rows(events("event_count").by("label").keep("label", "😀", "Ünïcode"))))
                .extracting(List::getLast)
                .containsExactly("3000", "3000");
    }

    @Test
    void ordersAsAskedWithWhatHasNoValueLast() {
        // When
        var down = rows(events("event_amount").by("label").order("label", Direction.DESC));
        var up = rows(events("event_amount").by("label").order("label", Direction.ASC));
        var byAmount = rows(events("event_amount")
                .by("label")
                .order("event_amount", Direction.DESC)
                .limit(1));

        // Then
        assertThat(cells(down).getLast().getFirst()).isEqualTo("–");
        assertThat(cells(up).getLast().getFirst()).isEqualTo("–");
        assertThat(cells(byAmount)).isEqualTo(SampleTables.byHand("""
            select label, sum(amount) from bare.events group by 1 order by 2 desc limit 1\
            """));
    }

    @Test
    void takesAClockWithoutAZoneAsItStands() {
        // When
        var days = rows(events("event_count").by("date").grain(Grain.DAY).over("2025-10-02..2025-10-04"));

        // Then
        assertThat(cells(days)).isEqualTo(SampleTables.byHand("""
            select clock::date, count(*) from bare.events where clock >= '2025-10-02' and clock < '2025-10-05'
            group by 1 order by 1\
            """));
    }

    @Test
    void saysThatTheQuotaCut() {
        // When
        var cut = (StepResult.Rows) new SampleReader(11_000, connections)
                .fetch(OWNER, events("event_count").by("event").request());

        // Then
        assertThat(cut.rowCount()).isEqualTo(11_000);
        assertThat(cut.truncated()).isTrue();
    }

    @Test
    void answersWhereNobodyKeepsAccountOfWhatWasLoaded() {
        assertThat(rows(events("event_count")).freshness()).isNull();
    }

    @Test
    void letsTheGuardrailsReadTheTextThatRuns() {
        // When
        var rows = rows(events("event_count event_amount")
                .by("date", "label")
                .grain(Grain.WEEK)
                .where("event_amount", Operator.GT, "0.5"));

        // Then
        assertThat(rows.verdicts()).hasSizeGreaterThan(10).allMatch(RuleVerdict::passed);
    }

    @Test
    void stopsTheStatementAtTheDeadline() throws Exception {
        // When
        var thrown = catchThrowable(() -> ask(Duration.ofMillis(600)));

        // Then
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        SuiteException.class, late -> assertThat(late.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
        awaitStillAtIt(0);
        assertThat(cells(rows(events("event_count")))).containsExactly(List.of("12000"));
    }

    @Test
    void stopsTheStatementWhenTheCallerIsGone() throws Exception {
        // Given
        var outcome = new CompletableFuture<Throwable>();
        var asking = Thread.ofVirtual().start(() -> outcome.complete(catchThrowable(() -> ask(deadlineOfTheGone()))));
        awaitStillAtIt(1);

        // When
        asking.interrupt();

        // Then
        assertThat(outcome.get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        SuiteException.class, gone -> assertThat(gone.code()).isEqualTo(ErrorCode.CANCELLED));
        awaitStillAtIt(0);
    }

    @Test
    void writesNothing() throws SQLException {
        // Given
        rows(events("event_count"));
        var engine = connections.engine("shop");
        try (var jdbc = connections.borrow("shop", List.of())) {
            engine.begin(jdbc, "*", Duration.ofSeconds(10));

            // When, Then
            assertThatThrownBy(() -> jdbc.prepareStatement("create table bare.written (n integer)")
                            .execute())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only");
            engine.end(jdbc);
        }
    }

    private void ask(Duration left) {
        Select<Record1<Long>> select =
                connections.engine("shop").statements().select(DSL.field(forMinutes(), Long.class));
        new ReadOnlySession(connections, Clock.systemUTC())
                .rows(
                        "shop",
                        RowClaims.NOTHING,
                        Deadline.in(left, Clock.systemUTC()),
                        new Judged(select, select.getSQL(), select.getBindValues(), List.of(), List.of(), false));
    }

    private void awaitStillAtIt(int count) throws InterruptedException {
        var seen = stillAtIt();
        for (var i = 0; i < 250 && seen != count; i++) {
            Thread.sleep(20);
            seen = stillAtIt();
        }
        assertThat(seen).isEqualTo(count);
    }

    private String count(String field, Operator op, String value) {
        return cells(rows(events("event_count").where(field, op, value)))
                .getFirst()
                .getFirst();
    }

    private StepResult.Rows rows(SampleFetch fetch) {
        return switch (reader.fetch(OWNER, fetch.request(), Duration.ofSeconds(30))) {
            case StepResult.Rows rows -> rows;
            case StepResult.Missing missing -> throw new AssertionError(missing);
        };
    }

    private static List<List<String>> cells(StepResult.Rows rows) {
        return rows.table().rows().stream()
                .map(row -> row.stream().map(SampleTables::text).toList())
                .toList();
    }

    private static SampleFetch events(String metrics) {
        return new SampleFetch("shop_db.events", metrics);
    }
}
