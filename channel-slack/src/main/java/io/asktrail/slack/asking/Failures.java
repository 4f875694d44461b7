package io.asktrail.slack.asking;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong on the way, as a sentence for whoever asked. */
final class Failures {
    private static final int LARGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Failures() {}

    /** A reply that is no success. */
    static SuiteException of(int status, InputStream body) throws IOException {
        var text = body.readNBytes(LARGEST);
        try {
            return problem(JSON.readValue(text, Problem.class));
        } catch (JacksonException noProblem) {
            return new SuiteException(
                    ErrorCode.AGENT_DOWN,
                    "Asktrail cannot answer just now (HTTP %d): please try again in a minute.".formatted(status),
                    noProblem);
        }
    }

    static SuiteException problem(Problem problem) {
        return new SuiteException(problem.code(), problem.detail());
    }

    /** The sentence that is in a failure already, or else this one. */
    static SuiteException suiteOr(RuntimeException failure, String sentence) {
        if (Thread.currentThread().isInterrupted()) {
            return new SuiteException(ErrorCode.CANCELLED, "Asktrail is being restarted: please ask again.", failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SuiteException known) {
                return known;
            }
        }
        return new SuiteException(ErrorCode.AGENT_DOWN, sentence, failure);
    }
}
