package io.asktrail.orchestrator.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.registry.CurrentRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked before, from the answers that are kept; tasks that came without words are no conversations. Words are
 * masked as in an answer of today: a right to personal data that has ended ends for what was asked before, too.
 */
public final class History {
    private static final int TITLE = 80;
    private static final int MOST_TURNS = 500;
    // Older ones are in their conversations; nobody completes a question from them.
    private static final int LOOKED_BACK = 2_000;

    private final StateDatabase state;
    private final CurrentRegistry registries;

    History(StateDatabase state, CurrentRegistry registries) {
        this.state = state;
        this.registries = registries;
    }

    /**
     * @param title its first question, cut
     * @param askedAt when its last question was asked
     * @param answers how many there are
     */
    public record Summary(
            String id,
            String title,
            @JsonProperty("last_question") String lastQuestion,
            @JsonProperty("asked_at") Instant askedAt,
            long answers) {}

    /** One question and what came of it. */
    public record Turn(
            @JsonProperty("answer_id") String answerId,
            String question,
            AnswerStatus status,
            @JsonProperty("asked_at") Instant askedAt,
            String text) {}

    /** @param turns in their order; of a very long conversation the last ones */
    public record Whole(String id, List<Turn> turns) {}

    /** The caller's conversations, the newest first; only those asked in before that moment, if there is one. */
    List<Summary> list(Caller caller, @Nullable Instant before, int limit) {
        var masking = masking(caller);
        return state.jdbc()
                .sql("""
                    select conversation_id as id, max(created_at) as asked_at, count(*) as answers,
                           (array_agg(question order by created_at, id))[1] as first,
                           (array_agg(question order by created_at desc, id desc))[1] as last
                    from answers
                    where sub = :sub and question is not null
                    group by conversation_id
                    having cast(:before as timestamptz) is null or max(created_at) < :before
                    order by asked_at desc, id limit :limit\
                    """)
                .param("sub", caller.sub())
                .param("before", before == null ? null : OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Summary(
                        row.getString("id"),
                        cut(masking.text(row.getString("first"))),
                        masking.text(row.getString("last")),
                        moment(row, "asked_at"),
                        row.getLong("answers")))
                .list();
    }

    // Never in the middle of a character that takes two places.
    private static String cut(String question) {
        if (question.codePointCount(0, question.length()) <= TITLE) {
            return question;
        }
        return question.substring(0, question.offsetByCodePoints(0, TITLE - 1)) + "…";
    }

    /** A conversation of the caller's; empty if they have asked nothing in one of that id. */
    Optional<Whole> find(Caller caller, String id) {
        var masking = masking(caller);
        var turns = state.jdbc()
                .sql("""
                    select id, question, status, created_at, answer ->> 'text' as text
                    from answers
                    where sub = :sub and conversation_id = :id and question is not null
                    order by created_at desc, id desc limit :most\
                    """)
                .param("sub", caller.sub())
                .param("id", id)
                .param("most", MOST_TURNS)
                .query((row, _) -> new Turn(
                        row.getString("id"),
                        masking.text(row.getString("question")),
                        AnswerStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        moment(row, "created_at"),
                        masking.text(row.getString("text"))))
                .list();
        return turns.isEmpty() ? Optional.empty() : Optional.of(new Whole(id, turns.reversed()));
    }

    /**
     * Forgets a conversation: what it holds for the next question, its answers and what hangs on them, and the runs that
     * led to them. What is not the conversation's stays: files that were made, consents, the audit.
     *
     * @return false if the caller has none of that id
     */
    boolean forget(Caller caller, String id) {
        return state.inTransaction(() -> {
            var runs = state.jdbc()
                    .sql("""
                        delete from runs where sub = :sub and status <> 'running' and answer_id in
                            (select id from answers where sub = :sub and conversation_id = :id)\
                        """)
                    .param("sub", caller.sub())
                    .param("id", id)
                    .update();
            var answers = state.jdbc()
                    .sql("delete from answers where sub = :sub and conversation_id = :id")
                    .param("sub", caller.sub())
                    .param("id", id)
                    .update();
            var memory = state.jdbc()
                    .sql("delete from conversations where sub = :sub and id = :id")
                    .param("sub", caller.sub())
                    .param("id", id)
                    .update();
            return runs + answers + memory > 0;
        });
    }

    /** The caller's own questions, each once, the newest first. */
    List<String> recent(Caller caller, int limit) {
        var masking = masking(caller);
        return state
                .jdbc()
                .sql("""
                    select question from (
                        select question, created_at from answers
                        where sub = :sub and question is not null
                        order by created_at desc limit :back) asked
                    group by question order by max(created_at) desc limit :limit\
                    """)
                .param("sub", caller.sub())
                .param("back", LOOKED_BACK)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(masking::text)
                .toList();
    }

    private Masking masking(Caller caller) {
        return Masking.of(registries.get().accessOf(caller));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
