package io.asktrail.orchestrator.conversation;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.state.StateDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What each conversation holds, kept under its owner: nobody reaches another's by guessing its id. */
public final class Conversations {
    /** More turns than a follow-up can reach back to. */
    private static final int QUESTIONS_KEPT = 20;

    private final StateDatabase state;
    private final JsonMapper json;

    Conversations(StateDatabase state, JsonMapper json) {
        this.state = state;
        this.json = json;
    }

    /** The memory of a conversation; empty for an id that has not been seen. */
    public Memory of(Caller caller, String conversationId) {
        return state.jdbc()
                .sql("select memory from conversations where sub = :sub and id = :id")
                .param("sub", caller.sub())
                .param("id", conversationId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Memory.class))
                .orElse(Memory.EMPTY);
    }

    /** Adds a turn: the task if the question was understood, the question back if it was not. */
    public void remember(Caller caller, String conversationId, Memory before, String question, Reading reading) {
        var memory = after(before, question, reading);
        state.jdbc()
                .sql("""
                        insert into conversations (sub, id, memory) values (:sub, :id, cast(:memory as jsonb))
                        on conflict (sub, id) do update set memory = excluded.memory, updated_at = now()""")
                .param("sub", caller.sub())
                .param("id", conversationId)
                .param("memory", json.writeValueAsString(memory))
                .update();
    }

    private static Memory after(Memory before, String question, Reading reading) {
        var questions = lastOf(before.questions(), question);
        return switch (reading) {
            case Reading.Understood understood ->
                new Memory(worthKeeping(before.task(), understood.task()), null, questions);
            case Reading.Unclear unclear -> new Memory(before.task(), unclear.clarification(), questions);
            case Reading.OutOfScope _ -> new Memory(before.task(), null, questions);
        };
    }

    // "What is ROAS?" in the middle of an analysis must not make the next "by week" lose its subject.
    private static @Nullable TaskSpec worthKeeping(@Nullable TaskSpec before, TaskSpec now) {
        return now.metrics().isEmpty() && now.diagnosis() == null ? before : now;
    }

    private static List<String> lastOf(List<String> questions, String question) {
        var all = new ArrayList<>(questions);
        all.add(question);
        return all.subList(Math.max(0, all.size() - QUESTIONS_KEPT), all.size());
    }
}
