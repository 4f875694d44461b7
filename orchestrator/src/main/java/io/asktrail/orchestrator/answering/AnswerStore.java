package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.orchestrator.state.StateDatabase;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they were given, each for the one who got it. */
public final class AnswerStore {
    private final StateDatabase state;
    private final JsonMapper json;

    public AnswerStore(StateDatabase state, JsonMapper json) {
        this.state = state;
        this.json = json;
    }

    public void keep(Caller caller, Answer answer) {
        state.jdbc()
                .sql("""
                        insert into answers (id, sub, conversation_id, answer)
                        values (:id, :sub, :conversation, cast(:answer as jsonb))""")
                .param("id", answer.id())
                .param("sub", caller.sub())
                .param("conversation", answer.conversationId())
                .param("answer", json.writeValueAsString(answer))
                .update();
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
