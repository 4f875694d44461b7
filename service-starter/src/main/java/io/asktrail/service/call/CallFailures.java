package io.asktrail.service.call;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.problem.Problem;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong with a call, in the words of the suite instead of those of HTTP. */
final class CallFailures {
    private static final int LARGEST_PROBLEM = 64 * 1024;

    private final String service;
    private final JsonMapper json;

    CallFailures(String service, JsonMapper json) {
        this.service = service;
        this.json = json;
    }

    /** The service answered, with a failure. */
    SuiteException ofReply(ClientHttpResponse reply) throws IOException {
        var type = reply.getHeaders().getContentType();
        if (!MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)) {
            return down("failed with HTTP status " + reply.getStatusCode().value(), null);
        }
        try {
            return ofProblem(json.readValue(reply.getBody().readNBytes(LARGEST_PROBLEM), Problem.class));
        } catch (JacksonException unknownForm) {
            return down("failed with HTTP status " + reply.getStatusCode().value(), unknownForm);
        }
    }

    private SuiteException ofProblem(Problem problem) {
        // The caller of the whole suite is logged in; it is this service that was not believed.
        return problem.code() == ErrorCode.UNAUTHENTICATED
                ? down("did not accept the internal token: the two services have different keys", null)
                : new SuiteException(problem.code(), problem.detail());
    }

    /** The service did not answer, or not in a way that can be read. */
    RuntimeException ofFailure(RestClientException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SuiteException ours -> {
                    return ours;
                }
                case InterruptedException _ -> {
                    return cancelled(failure);
                }
                case HttpConnectTimeoutException _ -> {
                    return down("cannot be reached", failure);
                }
                case HttpTimeoutException _ -> {
                    return tooSlow(failure);
                }
                default -> {}
            }
        }
        return failure.contains(IOException.class)
                ? down("cannot be reached", failure)
                : down("gave a reply that cannot be read", failure);
    }

    SuiteException tooSlow(RestClientException failure) {
        return new SuiteException(ErrorCode.DEADLINE_PASSED, service + " took longer than there was time.", failure);
    }

    SuiteException noTimeLeft() {
        return new SuiteException(ErrorCode.DEADLINE_PASSED, "There was no time left to ask " + service + ".");
    }

    private SuiteException cancelled(RestClientException failure) {
        Thread.currentThread().interrupt();
        return new SuiteException(
                ErrorCode.CANCELLED, "The call to " + service + " was given up, as nobody waits for it.", failure);
    }

    private SuiteException down(String what, @Nullable Throwable cause) {
        return new SuiteException(ErrorCode.AGENT_DOWN, service + " " + what + ".", cause);
    }
}
