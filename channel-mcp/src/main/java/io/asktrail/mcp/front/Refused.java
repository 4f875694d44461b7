package io.asktrail.mcp.front;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.service.problem.Problem;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A call that gave no answer, with a sentence that says what to do. */
public final class Refused extends RuntimeException {
    private final @Nullable ErrorCode code;
    private final @Nullable String traceId;

    private Refused(String sentence, @Nullable ErrorCode code, @Nullable String traceId, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.traceId = traceId;
    }

    static Refused of(Problem problem) {
        return new Refused(problem.detail(), problem.code(), problem.traceId(), null);
    }

    static Refused read(JsonMapper json, ClientHttpResponse reply) throws IOException {
        var body = reply.getBody().readAllBytes();
        try {
            var problem = json.readValue(body, Problem.class);
            return new Refused(problem.detail() + waiting(reply.getHeaders()), problem.code(), problem.traceId(), null);
        } catch (JacksonException | NullPointerException notOurs) {
            return new Refused(
                    "The service answered with status %d and no reason: try again in a moment."
                            .formatted(reply.getStatusCode().value()),
                    null,
                    null,
                    notOurs);
        }
    }

    private static String waiting(HttpHeaders headers) {
        var seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds == null ? "" : " Not before %s s.".formatted(seconds);
    }

    /** The connection ended, or was ended because nobody waits any more. */
    static Refused lost(Throwable cause) {
        return new Refused(
                "The service did not answer to the end: try again in a moment.", ErrorCode.AGENT_DOWN, null, cause);
    }

    static Refused cutShort() {
        return new Refused("The stream ended before the answer came: ask again.", ErrorCode.AGENT_DOWN, null, null);
    }

    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }

    /** Null if whoever refused gave none that we know. */
    public @Nullable ErrorCode code() {
        return code;
    }

    /** Under which the operator finds it in logs; null if there is none. */
    public @Nullable String traceId() {
        return traceId;
    }
}
