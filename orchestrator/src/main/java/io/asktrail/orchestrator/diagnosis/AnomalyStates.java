package io.asktrail.orchestrator.diagnosis;

import static io.asktrail.contracts.diagnosis.FindingColumns.FROM;
import static io.asktrail.contracts.diagnosis.FindingColumns.MEMBER;
import static io.asktrail.contracts.diagnosis.FindingColumns.METRIC;
import static io.asktrail.contracts.diagnosis.FindingColumns.PART;
import static io.asktrail.contracts.diagnosis.FindingColumns.SCORE;
import static io.asktrail.contracts.diagnosis.FindingColumns.TO;

import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.state.StateDatabase;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is unusual, remembered from one look at it to the next: only a change is news. Looking again at what is known changes
 * nothing; a run that goes on is the same run; one that a later look does not find any more, though it saw the days after
 * it, is over.
 */
public final class AnomalyStates {
    /** As many runs as findings have at most: what is not among so many may still go on. */
    private static final int CUT = 20;

    private final StateDatabase state;
    private final JsonMapper json;
    private final Clock clock;

    AnomalyStates(StateDatabase state, JsonMapper json, Clock clock) {
        this.state = state;
        this.json = json;
        this.clock = clock;
    }

    private record Run(String metric, String part, String member, LocalDate from, LocalDate to, BigDecimal score) {}

    /**
     * Remembers what a look found.
     *
     * @param policy by which its numbers were seen; others may see others
     * @param findings as {@code FindingColumns} says for anomalies
     */
    public void saw(String policy, TaskSpec task, Table findings) {
        var scope = scope(task);
        var runs = runs(findings);
        var last = lastJudged(task.period());
        try {
            state.inTransaction(() -> {
                runs.forEach(run -> remember(policy, scope, run, last));
                if (runs.size() < CUT) {
                    over(policy, scope, task.period().start(), last, runs);
                }
                return true;
            });
        } catch (DataAccessException failure) {
            throw StateDatabase.failure(failure);
        }
    }

    // Another question is another thing to keep an eye on; which days were looked at is not a part of it.
    private String scope(TaskSpec task) {
        return json.writeValueAsString(List.of(task.metrics(), task.groupBy(), task.entities(), task.filters()));
    }

    // A day that is still running is not judged.
    private static LocalDate lastJudged(Period period) {
        var range = period.range();
        return range != null && (range.startsWith("this_") || range.equals("today"))
                ? period.end().minusDays(1)
                : period.end();
    }

    private static List<Run> runs(Table findings) {
        return IntStream.range(0, findings.size())
                .mapToObj(row -> new Run(
                        text(findings, row, METRIC),
                        text(findings, row, PART),
                        text(findings, row, MEMBER),
                        (LocalDate) Objects.requireNonNull(cell(findings, row, FROM)),
                        (LocalDate) Objects.requireNonNull(cell(findings, row, TO)),
                        (BigDecimal) Objects.requireNonNull(cell(findings, row, SCORE))))
                .toList();
    }

    private static String text(Table table, int row, String column) {
        return Objects.toString(cell(table, row, column), "");
    }

    private static @Nullable Object cell(Table table, int row, String column) {
        return table.rows().get(row).get(table.indexOf(column).orElseThrow());
    }

    // A run that touches a known one is that one. It may have grown; that it goes on is no news.
    private void remember(String policy, String scope, Run run, LocalDate lastSeen) {
        if (!isKnownAndGrown(policy, scope, run, lastSeen)) {
            begin(policy, scope, run, lastSeen);
        }
    }

    private boolean isKnownAndGrown(String policy, String scope, Run run, LocalDate lastSeen) {
        return state.jdbc()
                        .sql("""
                    update anomaly_states
                    set since = least(since, :from), until = greatest(until, :to), score = :score,
                        is_over = greatest(until, :to) < :last,
                        told_at = case when not is_over and greatest(until, :to) < :last then null else told_at end,
                        changed_at = case when not is_over and greatest(until, :to) < :last then :now else changed_at end
                    where policy = :policy and scope = :scope and metric = :metric and part = :part and member = :member
                      and since <= cast(:to as date) + 1 and until >= cast(:from as date) - 1
                    """)
                        .param("from", run.from)
                        .param("to", run.to)
                        .param("score", run.score)
                        .param("last", lastSeen)
                        .param("now", now())
                        .param("policy", policy)
                        .param("scope", scope)
                        .param("metric", run.metric)
                        .param("part", run.part)
                        .param("member", run.member)
                        .update()
                > 0;
    }

    private void begin(String policy, String scope, Run run, LocalDate lastSeen) {
        state.jdbc()
                .sql("""
                    insert into anomaly_states (policy, scope, metric, part, member, since, until, score, is_over, changed_at)
                    values (:policy, :scope, :metric, :part, :member, :from, :to, :score, cast(:to as date) < :last, :now)
                    on conflict do nothing
                    """)
                .param("policy", policy)
                .param("scope", scope)
                .param("metric", run.metric)
                .param("part", run.part)
                .param("member", run.member)
                .param("from", run.from)
                .param("to", run.to)
                .param("score", run.score)
                .param("last", lastSeen)
                .param("now", now())
                .update();
    }

    // It was still going on when it was last looked at, and the days after it have been seen without it.
    private void over(String policy, String scope, LocalDate first, LocalDate last, List<Run> runs) {
        record Open(long id, Run run) {}
        state
                .jdbc()
                .sql("""
                    select id, metric, part, member, since, until, score from anomaly_states
                    where policy = :policy and scope = :scope and not is_over
                      and until >= cast(:start as date) - 1 and until < :end
                    """)
                .param("policy", policy)
                .param("scope", scope)
                .param("start", first)
                .param("end", last)
                .query((row, _) -> new Open(
                        row.getLong("id"),
                        new Run(
                                row.getString("metric"),
                                row.getString("part"),
                                row.getString("member"),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class),
                                row.getBigDecimal("score"))))
                .list()
                .stream()
                .filter(open -> runs.stream().noneMatch(run -> isOf(run, open.run())))
                .forEach(open -> state.jdbc()
                        .sql("update anomaly_states set is_over = true, changed_at = :now, told_at = null where id"
                                + " = :id")
                        .param("now", now())
                        .param("id", open.id())
                        .update());
    }

    private static boolean isOf(Run run, Run known) {
        return run.metric.equals(known.metric)
                && run.part.equals(known.part)
                && run.member.equals(known.member)
                && !run.from.isAfter(known.to.plusDays(1))
                && !run.to.isBefore(known.from.minusDays(1));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
