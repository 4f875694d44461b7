package io.asktrail.contracts.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Question to Reading. Knows names and values, never figures. */
@HttpExchange("/agents/router")
public interface RouterAgent {
    @PostExchange("/interpret")
    Reading interpret(CallContext call, @RequestBody Question question);

    /** @param today the date that counts as today, in {@code tz} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(String text, LocalDate today, ZoneId tz, Memory memory) {}

    /**
     * What the conversation holds when a question comes in.
     *
     * @param task the task of the last turn that was understood; null at the start
     * @param asked the question back that is still open; null if none is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Memory(@Nullable TaskSpec task, @Nullable Clarification asked, List<String> questions) {
        public static final Memory EMPTY = new Memory(null, null, List.of());

        public Memory {
            questions = List.copyOf(questions);
        }
    }
}
