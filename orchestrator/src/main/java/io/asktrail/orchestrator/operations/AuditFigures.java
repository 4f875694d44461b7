package io.asktrail.orchestrator.operations;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.orchestrator.audit.AuditStatus;
import io.asktrail.orchestrator.operations.OperationsView.CacheUses;
import io.asktrail.orchestrator.operations.OperationsView.Failing;
import io.asktrail.orchestrator.operations.OperationsView.Hour;
import io.asktrail.orchestrator.operations.OperationsView.ModelUse;
import io.asktrail.orchestrator.operations.OperationsView.Stage;
import io.asktrail.orchestrator.operations.OperationsView.StageLatency;
import io.asktrail.orchestrator.state.StateDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Figures of a time, worked out by the database that holds the audit. Questions that were only read do not count. */
final class AuditFigures {
    private static final int MOST_FAILING = 50;

    private final StateDatabase state;

    AuditFigures(StateDatabase state) {
        this.state = state;
    }

    List<Hour> perHour(Instant from, Instant to) {
        return over(from, to, """
                    select hour,
                           count(*) filter (where status = 'answered') as answered,
                           count(*) filter (where status = 'partial') as partial,
                           count(*) filter (where status = 'clarification') as clarification,
                           count(*) filter (where status = 'refused') as refused,
                           count(*) filter (where status = 'failed') as failed
                    from generate_series(date_trunc('hour', cast(:from as timestamptz), 'UTC'),
                                         cast(:to as timestamptz) - interval '1 microsecond', interval '1 hour') as hour
                    left join audit on date_trunc('hour', asked_at, 'UTC') = hour
                        and asked_at >= :from and asked_at < :to
                    group by hour order by hour\
                    """)
                .query((row, _) -> new Hour(
                        moment(row, "hour"),
                        row.getLong("answered"),
                        row.getLong("partial"),
                        row.getLong("clarification"),
                        row.getLong("refused"),
                        row.getLong("failed")))
                .list();
    }

    List<StageLatency> latency(Instant from, Instant to) {
        return over(from, to, """
                    select stage, count(ms) as count,
                           round(cast(percentile_cont(0.5) within group (order by ms) as numeric), 3) as p50,
                           round(cast(percentile_cont(0.95) within group (order by ms) as numeric), 3) as p95
                    from (values (1, 'reading'), (2, 'planning'), (3, 'steps'), (4, 'composing'), (5, 'total'))
                        as stages(place, stage)
                    left join (
                        select of_stage, ms from audit
                        cross join lateral (values ('reading', reading_ms), ('planning', planning_ms),
                            ('steps', steps_ms), ('composing', composing_ms), ('total', total_ms)) as took(of_stage, ms)
                        where asked_at >= :from and asked_at < :to and ms is not null and status <> 'read') as taken
                        on of_stage = stage
                    group by place, stage order by place\
                    """)
                .query((row, _) -> new StageLatency(
                        Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                        row.getBigDecimal("p50"),
                        row.getBigDecimal("p95"),
                        row.getLong("count")))
                .list();
    }

    CacheUses cache(Instant from, Instant to) {
        return over(from, to, """
                    select count(*) filter (where cache = 'hit') as hit, count(*) filter (where cache = 'miss') as miss,
                           count(*) filter (where cache = 'joined') as joined
                    from audit where asked_at >= :from and asked_at < :to\
                    """)
                .query((row, _) -> new CacheUses(row.getLong("hit"), row.getLong("miss"), row.getLong("joined")))
                .single();
    }

    /** Reading alone costs, too. */
    ModelUse model(Instant from, Instant to) {
        return over(from, to, """
                    select coalesce(sum(model_calls), 0) as calls, coalesce(sum(tokens), 0) as tokens,
                           coalesce(sum(money), 0) as money
                    from audit where asked_at >= :from and asked_at < :to\
                    """)
                .query((row, _) ->
                        new ModelUse(row.getLong("calls"), row.getLong("tokens"), row.getBigDecimal("money"), null))
                .single();
    }

    /** The last ones that came to nothing, the newest first. */
    List<Failing> failing(Instant from, Instant to) {
        return over(from, to, """
                    select answer_id, question, status, code, asked_at, sub from audit
                    where asked_at >= :from and asked_at < :to and status in ('refused', 'failed')
                    order by asked_at desc, id limit :most\
                    """)
                .param("most", MOST_FAILING)
                .query((row, _) -> failing(row))
                .list();
    }

    private static Failing failing(ResultSet row) throws SQLException {
        @Nullable String code = row.getString("code");
        return new Failing(
                row.getString("answer_id"),
                row.getString("question"),
                AuditStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                code == null ? null : ErrorCode.valueOf(code.toUpperCase(Locale.ROOT)),
                moment(row, "asked_at"),
                row.getString("sub"));
    }

    private StatementSpec over(Instant from, Instant to, String sql) {
        return state.jdbc()
                .sql(sql)
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
