package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.state.StateDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they were given, each for the one who got it. */
public final class AnswerStore {
    private static final int MOST_AT_ONCE = 64;

    private final StateDatabase state;
    private final JsonMapper json;
    private final AnswerJson answers;
    private final RightsPrints rights;
    private final JointWrites<Row> writes;

    public AnswerStore(StateDatabase state, JsonMapper json, RightsPrints rights) {
        this.state = state;
        this.json = json;
        this.answers = new AnswerJson(json);
        this.rights = rights;
        this.writes = new JointWrites<>(this::write, MOST_AT_ONCE);
    }

    /** Keeps an answer for the one who got it; the same with its JSON. */
    public Given keep(Caller caller, Answer answer) {
        var given = new Given(answer, answers.write(answer));
        writes.write(new Row(
                answer.id(),
                caller.sub(),
                answer.conversationId(),
                answer.question(),
                answer.status().name().toLowerCase(Locale.ROOT),
                rights.of(caller),
                given.json()));
        return given;
    }

    private void write(List<Row> rows) {
        state.jdbc()
                .sql("""
                        insert into answers (id, sub, conversation_id, question, status, rights, answer)
                        select * from unnest(:ids, :subs, :conversations, :questions, :statuses, :rights, :answers::json[])
                        on conflict (id) do nothing""")
                .param("ids", column(rows, Row::id))
                .param("subs", column(rows, Row::sub))
                .param("conversations", column(rows, Row::conversation))
                .param("questions", column(rows, Row::question))
                .param("statuses", column(rows, Row::status))
                .param("rights", column(rows, Row::rights))
                .param("answers", column(rows, Row::answer))
                .update();
    }

    private static @Nullable String[] column(List<Row> rows, Function<Row, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** Whether the caller is the one who got it. */
    public boolean has(Caller caller, String id) {
        return state.jdbc()
                .sql("select exists (select from answers where id = :id and sub = :sub)")
                .param("id", id)
                .param("sub", caller.sub())
                .query(Boolean.class)
                .single();
    }

    /** What is said to whoever asks for an answer that is not theirs, which is as unknown as one that never was. */
    public static SuiteException unknown() {
        return new SuiteException(ErrorCode.UNKNOWN_ID, "You have no answer with this id: ids come with each answer.");
    }

    /** The answer, if the caller is the one who got it. */
    public Optional<Answer> find(Caller caller, String id) {
        return state.jdbc()
                .sql("select answer from answers where id = :id and sub = :sub")
                .param("id", id)
                .param("sub", caller.sub())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Answer.class));
    }

    private record Row(
            String id,
            String sub,
            String conversation,
            @Nullable String question,
            String status,
            String rights,
            String answer) {}
}
