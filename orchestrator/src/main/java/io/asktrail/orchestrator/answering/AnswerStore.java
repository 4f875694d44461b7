package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.state.StateDatabase;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they were given, each for the one who got it. */
public final class AnswerStore {
    private final StateDatabase state;
    private final JsonMapper json;
    private final AnswerJson answers;
    private final RightsPrints rights;

    public AnswerStore(StateDatabase state, JsonMapper json, RightsPrints rights) {
        this.state = state;
        this.json = json;
        this.answers = new AnswerJson(json);
        this.rights = rights;
    }

    /** Keeps an answer for the one who got it; the same with its JSON. */
    public Given keep(Caller caller, Answer answer) {
        var given = new Given(answer, answers.write(answer));
        state.jdbc()
                .sql("""
                        insert into answers (id, sub, conversation_id, question, status, rights, answer)
                        values (:id, :sub, :conversation, :question, :status, :rights, cast(:answer as jsonb))""")
                .param("id", answer.id())
                .param("sub", caller.sub())
                .param("conversation", answer.conversationId())
                .param("question", answer.question())
                .param("status", answer.status().name().toLowerCase(Locale.ROOT))
                .param("rights", rights.of(caller))
                .param("answer", given.json())
                .update();
        return given;
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
}
