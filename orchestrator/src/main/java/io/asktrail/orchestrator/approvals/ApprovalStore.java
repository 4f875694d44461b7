package io.asktrail.orchestrator.approvals;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.orchestrator.approvals.Approval.Event;
import io.asktrail.orchestrator.state.StateDatabase;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests for consent in the orchestrator's database, each change together with the line that says who made it. */
public final class ApprovalStore {
    private static final String COLUMNS =
            "id, sub, regions, subject, fingerprint, summary, reason, status, decided_by, comment, created_at,"
                    + " decided_at, expires_at";
    private static final int MOST_LISTED = 200;

    private final StateDatabase state;
    private final JsonMapper json;
    private final Clock clock;

    public ApprovalStore(StateDatabase state, JsonMapper json, Clock clock) {
        this.state = state;
        this.json = json;
        this.clock = clock;
    }

    /** An approval and the fingerprint of what it is about. */
    record Stored(Approval approval, String fingerprint) {}

    void request(
            String id,
            Caller caller,
            Subject subject,
            String fingerprint,
            String summary,
            String reason,
            Instant until) {
        audited(
                id,
                caller,
                "requested",
                reason,
                () -> state.jdbc()
                                .sql("""
                                    insert into approvals (id, sub, regions, kind, subject, fingerprint, summary, reason, status,
                                        created_at, expires_at)
                                    values (:id, :sub, :regions, :kind, cast(:subject as jsonb), :fingerprint, :summary, :reason,
                                        'requested', :now, :until)\
                                    """)
                                .param("id", id)
                                .param("sub", caller.sub())
                                .param("regions", caller.regions().toArray(String[]::new))
                                .param("kind", kind(subject))
                                .param("subject", json.writeValueAsString(subject))
                                .param("fingerprint", fingerprint)
                                .param("summary", summary)
                                .param("reason", reason)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("until", Timestamp.from(until))
                                .update()
                        == 1);
    }

    private static String kind(Subject subject) {
        return switch (subject) {
            case Subject.OfAnswer _ -> "answer";
            case Subject.OfRows _ -> "rows";
        };
    }

    /** Decides what nobody has decided yet; false if somebody has, or if its time is over. */
    boolean decide(String id, Caller caller, boolean approved, @Nullable String comment, Duration approvedFor) {
        var now = clock.instant();
        return audited(
                id,
                caller,
                approved ? "approved" : "rejected",
                comment,
                () -> state.jdbc()
                                .sql("""
                                    update approvals set status = :status, decided_by = :by, comment = :comment, decided_at = :now,
                                        expires_at = case when :approved then cast(:until as timestamptz) else expires_at end
                                    where id = :id and status = 'requested' and expires_at > :now and sub <> :by\
                                    """)
                                .param("status", approved ? "approved" : "rejected")
                                .param("by", caller.sub())
                                .param("comment", comment)
                                .param("now", Timestamp.from(now))
                                .param("approved", approved)
                                .param("until", Timestamp.from(now.plus(approvedFor)))
                                .param("id", id)
                                .update()
                        == 1);
    }

    /** Ends a consent because something else would be exported. */
    void voided(String id, Caller caller, String why) {
        audited(
                id,
                caller,
                "voided",
                why,
                () -> state.jdbc()
                                .sql("update approvals set status = 'void' where id = :id and status = 'approved'")
                                .param("id", id)
                                .update()
                        == 1);
    }

    void exported(String id, Caller caller, String file) {
        audited(id, caller, "exported", file, () -> true);
    }

    Optional<Stored> find(String id) {
        return state.jdbc()
                .sql("select " + COLUMNS + " from approvals where id = :id")
                .param("id", id)
                .query(this::stored)
                .optional()
                .map(found -> withHistory(List.of(found)).getFirst());
    }

    List<Approval> of(Caller caller) {
        return approvals(state.jdbc()
                .sql("select " + COLUMNS + " from approvals where sub = :sub order by created_at desc limit :most")
                .param("sub", caller.sub())
                .param("most", MOST_LISTED)
                .query(this::stored)
                .list());
    }

    /** What others have asked for and nobody has decided, the oldest first. */
    List<Approval> open(Caller caller) {
        return approvals(state.jdbc()
                .sql("select " + COLUMNS
                        + " from approvals where status = 'requested' and expires_at > :now and sub <> :sub"
                        + " order by created_at limit :most")
                .param("now", Timestamp.from(clock.instant()))
                .param("sub", caller.sub())
                .param("most", MOST_LISTED)
                .query(this::stored)
                .list());
    }

    // What is not in the log has not happened; and what has must not be lost with the database's last moments.
    private boolean audited(
            String id,
            Caller caller,
            String event,
            @Nullable String detail,
            java.util.function.BooleanSupplier change) {
        return state.inTransaction(() -> {
            state.jdbc().sql("set local synchronous_commit = on").update();
            return change.getAsBoolean()
                    && state.jdbc()
                                    .sql("""
                                        insert into approval_events (approval_id, at, sub, event, detail)
                                        values (:id, :at, :sub, :event, :detail)\
                                        """)
                                    .param("id", id)
                                    .param("at", Timestamp.from(clock.instant()))
                                    .param("sub", caller.sub())
                                    .param("event", event)
                                    .param("detail", detail)
                                    .update()
                            == 1;
        });
    }

    private List<Approval> approvals(List<Stored> found) {
        return withHistory(found).stream().map(Stored::approval).toList();
    }

    private List<Stored> withHistory(List<Stored> found) {
        var events = events(found.stream().map(stored -> stored.approval().id()).toList());
        return found.stream()
                .map(stored -> new Stored(
                        with(
                                stored.approval(),
                                events.getOrDefault(stored.approval().id(), List.of())),
                        stored.fingerprint()))
                .toList();
    }

    private static Approval with(Approval plain, List<Event> history) {
        return new Approval(
                plain.id(),
                plain.requestedBy(),
                plain.regions(),
                plain.subject(),
                plain.summary(),
                plain.reason(),
                plain.status(),
                plain.decidedBy(),
                plain.comment(),
                plain.createdAt(),
                plain.decidedAt(),
                plain.expiresAt(),
                history);
    }

    private Map<String, List<Event>> events(List<String> ids) {
        record Line(String approval, Event event) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        var all = new HashMap<String, List<Event>>();
        state.jdbc()
                .sql("select approval_id, at, sub, event, detail from approval_events where approval_id in (:ids)"
                        + " order by id")
                .param("ids", ids)
                .query((row, _) -> new Line(
                        row.getString("approval_id"),
                        new Event(
                                moment(row, "at"),
                                row.getString("sub"),
                                row.getString("event"),
                                row.getString("detail"))))
                .list()
                .forEach(line -> all.computeIfAbsent(line.approval, _ -> new java.util.ArrayList<>())
                        .add(line.event));
        return all;
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        var expires = moment(row, "expires_at");
        return new Stored(
                new Approval(
                        row.getString("id"),
                        row.getString("sub"),
                        texts(row.getArray("regions")),
                        json.readValue(row.getString("subject"), Subject.class),
                        row.getString("summary"),
                        row.getString("reason"),
                        status(row.getString("status"), expires),
                        row.getString("decided_by"),
                        row.getString("comment"),
                        moment(row, "created_at"),
                        row.getTimestamp("decided_at") == null ? null : moment(row, "decided_at"),
                        expires,
                        List.of()),
                row.getString("fingerprint"));
    }

    private ApprovalStatus status(String stored, Instant expires) {
        var status = ApprovalStatus.valueOf(stored.toUpperCase(Locale.ROOT));
        var ends = status == ApprovalStatus.REQUESTED || status == ApprovalStatus.APPROVED;
        return ends && !clock.instant().isBefore(expires) ? ApprovalStatus.EXPIRED : status;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }
}
