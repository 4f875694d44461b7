package io.asktrail.service.call;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.problem.Problem;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong with a call, in the words of the suite instead of those of HTTP. */
final class CallFailures {
    private static final int LARGEST_PROBLEM = 64 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long LONGEST_WAIT_S = 3_600;

    private final String service;
    private final JsonMapper json;

    CallFailures(String service, JsonMapper json) {
        this.service = service;
        this.json = json;
    }

    /** The service answered, with a failure. */
    SuiteException ofReply(ClientHttpResponse reply) throws IOException {
        var type = reply.getHeaders().getContentType();
        @Nullable Duration retryAfter = retryAfter(reply.getHeaders());
        if (!MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)) {
            return ofStatus(reply.getStatusCode().value(), retryAfter, null);
        }
        try {
            return ofProblem(json.readValue(reply.getBody().readNBytes(LARGEST_PROBLEM), Problem.class), retryAfter);
        } catch (JacksonException unknownForm) {
            return ofStatus(reply.getStatusCode().value(), retryAfter, unknownForm);
        }
    }

    private SuiteException ofProblem(Problem problem, @Nullable Duration retryAfter) {
        // The caller of the whole suite is logged in; it is this service that was not believed.
        return problem.code() == ErrorCode.UNAUTHENTICATED
                ? down("did not accept the internal token: the two services have different keys", null)
                : new SuiteException(problem.code(), problem.detail(), null, retryAfter);
    }

    private SuiteException ofStatus(int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return status == TOO_MANY_REQUESTS
                ? new SuiteException(
                        ErrorCode.RATE_LIMITED, service + " has more to do than it can take.", cause, retryAfter)
                : new SuiteException(
                        ErrorCode.AGENT_DOWN,
                        "%s failed with HTTP status %d.".formatted(service, status),
                        cause,
                        retryAfter);
    }

    // Seconds; the other form, a date, is not used between our services.
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        @Nullable String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        try {
            return value == null
                    ? null
                    : Duration.ofSeconds(Math.clamp(Long.parseLong(value.strip()), 0, LONGEST_WAIT_S));
        } catch (NumberFormatException _) {
            return null;
        }
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
