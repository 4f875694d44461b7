package io.asktrail.orchestrator.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.Channel;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.audit.AuditEntry.Timings;
import io.asktrail.orchestrator.state.StateDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The audit table: lines are added and read; nothing is changed. */
public final class AuditStore {
    private static final String COLUMNS =
            "asked_at, id, sub, roles, channel, kind, question, status, code, task, read_by, confidence, plan_hash,"
                    + " reading_ms, planning_ms, steps_ms, composing_ms, total_ms, rows, cache, model_calls, tokens,"
                    + " money, answer_id, registry_version, trace_id";

    // Longer than any question that is let in; what is not is seen well enough by its beginning.
    private static final int LONGEST = 8_000;

    private final StateDatabase state;
    private final JsonMapper json;
    private final PlanHashes plans;

    AuditStore(StateDatabase state, JsonMapper json) {
        this.state = state;
        this.json = json;
        this.plans = new PlanHashes(json);
    }

    /** A line as the table has it, and as it is read; names as in {@link AuditEntry}. Money is in the models' currency. */
    public record Row(
            @JsonProperty("asked_at") Instant askedAt,
            String id,
            String sub,
            List<Role> roles,
            Channel channel,
            AuditKind kind,
            @Nullable String question,
            AuditStatus status,
            @Nullable ErrorCode code,
            @Nullable TaskSpec task,
            @JsonProperty("read_by") Reading.@Nullable By readBy,
            @Nullable BigDecimal confidence,
            @JsonProperty("plan_hash") @Nullable String planHash,
            @JsonUnwrapped Timings timings,
            @Nullable Integer rows,
            @Nullable CacheUse cache,
            @JsonProperty("model_calls") int modelCalls,
            long tokens,
            BigDecimal money,
            @JsonProperty("answer_id") @Nullable String answerId,
            @JsonProperty("registry_version") @Nullable String registryVersion,
            @JsonProperty("trace_id") @Nullable String traceId) {}

    /**
     * What is read of the audit: the newest first.
     *
     * @param before lines of earlier than this, to read on where the last page ended
     */
    public record Page(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String sub,
            @Nullable Instant before,
            int limit) {}

    /** Adds all lines in one statement; those that are there already stay as they are. */
    void append(List<AuditEntry> entries) {
        state.jdbc()
                .sql("""
                    insert into audit (%1$s)
                    select %1$s from jsonb_to_recordset(cast(:lines as jsonb)) as line(
                        asked_at timestamptz, id text, sub text, roles text[], channel text, kind text, question text,
                        status text, code text, task jsonb, read_by text, confidence numeric, plan_hash text,
                        reading_ms numeric, planning_ms numeric, steps_ms numeric, composing_ms numeric,
                        total_ms numeric, rows integer, cache text, model_calls integer, tokens bigint, money numeric,
                        answer_id text, registry_version text, trace_id text)
                    on conflict do nothing\
                    """.formatted(COLUMNS))
                .param(
                        "lines",
                        json.writeValueAsString(entries.stream().map(this::row).toList()))
                .update();
    }

    private Row row(AuditEntry entry) {
        var plan = entry.plan();
        return new Row(
                entry.askedAt(),
                entry.id(),
                entry.sub(),
                entry.roles(),
                entry.channel(),
                entry.kind(),
                entry.question() == null ? null : storable(entry.question()),
                entry.status(),
                entry.code(),
                entry.task(),
                entry.readBy(),
                entry.confidence(),
                plan == null ? null : plans.of(plan),
                entry.timings(),
                entry.rows(),
                entry.cache(),
                entry.cost().modelCalls(),
                entry.cost().tokens(),
                entry.cost().money(),
                entry.answerId(),
                entry.registryVersion(),
                entry.traceId());
    }

    // PostgreSQL has no text with a NUL or half a character; a question that holds one was asked all the same.
    private static String storable(String question) {
        var beginning = question.substring(0, Math.min(question.length(), LONGEST));
        return new String(beginning.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    List<Row> find(Page page) {
        return state
                .jdbc()
                .sql("""
                    select to_jsonb(line) from (
                        select %s from audit
                        where (cast(:from as timestamptz) is null or asked_at >= :from)
                          and (cast(:to as timestamptz) is null or asked_at < :to)
                          and (cast(:before as timestamptz) is null or asked_at < :before)
                          and (cast(:sub as text) is null or sub = :sub)
                        order by asked_at desc, id limit :limit) line\
                    """.formatted(COLUMNS))
                .param("from", utc(page.from()))
                .param("to", utc(page.to()))
                .param("before", utc(page.before()))
                .param("sub", page.sub())
                .param("limit", page.limit())
                .query(String.class)
                .list()
                .stream()
                .map(line -> json.readValue(line, Row.class))
                .toList();
    }

    /**
     * Deletes some of the lines that are older; each goes to one process alone.
     *
     * @return how many there were; fewer than {@code most} if none is left
     */
    int forget(Instant before, int most) {
        var forgotten = new int[1];
        state.inTransaction(() -> {
            state.jdbc()
                    .sql("select set_config('asktrail.audit_forget_before', :before, true)")
                    .param("before", before.toString())
                    .query(String.class)
                    .single();
            forgotten[0] = state.jdbc()
                    .sql("""
                        delete from audit where (asked_at, id) in (
                            select asked_at, id from audit where asked_at < :before
                            order by asked_at limit :most for update skip locked)\
                        """)
                    .param("before", utc(before))
                    .param("most", most)
                    .update();
            return true;
        });
        return forgotten[0];
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
