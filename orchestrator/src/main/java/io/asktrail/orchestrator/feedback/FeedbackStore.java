package io.asktrail.orchestrator.feedback;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.state.StateDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Feedback beside the answers, one of each caller to each answer of their own. */
final class FeedbackStore {
    private final StateDatabase state;
    private final JsonMapper json;

    FeedbackStore(StateDatabase state, JsonMapper json) {
        this.state = state;
        this.json = json;
    }

    /**
     * Keeps it in the place of what the caller said before.
     *
     * @return false if the caller has no such answer
     */
    boolean keep(Caller caller, String answerId, Feedback feedback) {
        var correction = feedback.correction();
        return state.jdbc()
                        .sql("""
                            insert into feedback (answer_id, sub, thumb, comment, correction, given_at)
                            select id, sub, :thumb, :comment, cast(:correction as jsonb), :at
                            from answers where id = :id and sub = :sub
                            on conflict (answer_id, sub) do update
                            set thumb = excluded.thumb, comment = excluded.comment, correction = excluded.correction,
                                given_at = excluded.given_at\
                            """)
                        .param("id", answerId)
                        .param("sub", caller.sub())
                        .param("thumb", feedback.thumb().name().toLowerCase(Locale.ROOT))
                        .param("comment", feedback.comment())
                        .param("correction", correction == null ? null : json.writeValueAsString(correction))
                        .param("at", OffsetDateTime.ofInstant(feedback.givenAt(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What the caller said of the answer. */
    Optional<Feedback> find(Caller caller, String answerId) {
        return state.jdbc()
                .sql("""
                    select thumb, comment, correction, given_at from feedback where answer_id = :id and sub = :sub\
                    """)
                .param("id", answerId)
                .param("sub", caller.sub())
                .query((row, _) -> feedback(row))
                .optional();
    }

    private Feedback feedback(ResultSet row) throws SQLException {
        @Nullable String correction = row.getString("correction");
        return new Feedback(
                Thumb.valueOf(row.getString("thumb").toUpperCase(Locale.ROOT)),
                row.getString("comment"),
                correction == null ? null : json.readValue(correction, TaskSpec.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
