package io.asktrail.service.problem;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.personal.PersonalData;
import io.asktrail.service.tracing.TraceIds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A failure as RFC 9457 writes it; its {@code type} is left out, which says that {@code code} tells all there is.
 *
 * @param detail a sentence that says what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
        String title,
        int status,
        String detail,
        ErrorCode code,
        @JsonProperty("trace_id") @Nullable String traceId) {
    /** Hides personal data in the sentence: it may repeat what was sent, and problems end in logs of others. */
    public Problem {
        detail = PersonalData.mask(detail);
    }

    public static Problem of(SuiteException failure) {
        return of(failure.code(), failure.forCaller());
    }

    public static Problem of(ErrorCode code, String detail) {
        return of(Statuses.of(code), code, detail);
    }

    /** For the few cases where HTTP has a finer status than the code's own, such as 405. */
    public static Problem of(HttpStatusCode status, ErrorCode code, String detail) {
        return new Problem(Statuses.title(status), status.value(), detail, code, TraceIds.current());
    }

    /** The same in this trace, if it is in none. */
    Problem inTrace(@Nullable String id) {
        return traceId == null ? new Problem(title, status, detail, code, id) : this;
    }

    public ResponseEntity<Object> asResponse() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
