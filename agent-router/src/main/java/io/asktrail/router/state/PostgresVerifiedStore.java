package io.asktrail.router.state;

import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import io.asktrail.router.verified.VerifiedStore;
import io.asktrail.router.verified.VerifiedStoreAway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Approved questions in PostgreSQL; each change of them leaves a record in the same transaction. */
public final class PostgresVerifiedStore implements VerifiedStore {
    private final RouterDatabase database;
    private final JsonMapper json;
    private final Clock clock;

    public PostgresVerifiedStore(RouterDatabase database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public long stamp() {
        return reached(() -> database.jdbc()
                .sql("select coalesce(max(n), 0) from verified_changes")
                .query(Long.class)
                .single());
    }

    @Override
    public List<Vouched> all() {
        return reached(() -> database.jdbc()
                .sql("select question, approved_by, approved_at from verified_questions order by id")
                .query((row, _) -> vouched(row))
                .list());
    }

    @Override
    public Vouched approve(VerifiedQuestion question, String by) {
        var now = clock.instant();
        return reached(() -> database.inTransaction(() -> {
            database.jdbc()
                    .sql("""
                        insert into verified_questions (id, question, approved_by, approved_at)
                        values (:id, cast(:question as jsonb), :by, :at)
                        on conflict (id) do update set question = excluded.question,
                            approved_by = excluded.approved_by, approved_at = excluded.approved_at""")
                    .param("id", question.id().value())
                    .param("question", json.writeValueAsString(question))
                    .param("by", by)
                    .param("at", now.atOffset(ZoneOffset.UTC))
                    .update();
            record(VerifiedChange.Action.APPROVED, question, by, now);
            return new Vouched(question, Vouched.Source.APPROVED, by, now);
        }));
    }

    @Override
    public Optional<Vouched> remove(VerifiedId id, String by) {
        return reached(() -> database.inTransaction(() -> {
            var removed = database.jdbc()
                    .sql("delete from verified_questions where id = :id returning question, approved_by, approved_at")
                    .param("id", id.value())
                    .query((row, _) -> vouched(row))
                    .optional();
            removed.ifPresent(
                    vouched -> record(VerifiedChange.Action.REMOVED, vouched.verified(), by, clock.instant()));
            return removed;
        }));
    }

    private void record(VerifiedChange.Action action, VerifiedQuestion question, String by, Instant at) {
        database.jdbc()
                .sql("""
                    insert into verified_changes (action, by_sub, at, question)
                    values (:action, :by, :at, cast(:question as jsonb))""")
                .param("action", action.name().toLowerCase(Locale.ROOT))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("question", json.writeValueAsString(question))
                .update();
    }

    @Override
    public List<VerifiedChange> changes(int most) {
        return reached(() -> database.jdbc()
                .sql("select action, by_sub, at, question from verified_changes order by n desc limit :most")
                .param("most", most)
                .query((row, _) -> new VerifiedChange(
                        VerifiedChange.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                        row.getString("by_sub"),
                        row.getTimestamp("at").toInstant(),
                        question(row)))
                .list());
    }

    @Override
    public boolean isThere() {
        return true;
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | CannotCreateTransactionException away) {
            throw new VerifiedStoreAway(away);
        }
    }

    private Vouched vouched(ResultSet row) throws SQLException {
        return new Vouched(
                question(row),
                Vouched.Source.APPROVED,
                row.getString("approved_by"),
                row.getTimestamp("approved_at").toInstant());
    }

    private VerifiedQuestion question(ResultSet row) throws SQLException {
        return json.readValue(row.getString("question"), VerifiedQuestion.class);
    }
}
