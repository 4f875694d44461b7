package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import java.nio.charset.StandardCharsets;

/** An answer that is kept, and the JSON that is kept of it: what is long is written once, for the store and for the caller. */
public record Given(Answer answer, String json) {
    /** What the caller is sent. */
    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
