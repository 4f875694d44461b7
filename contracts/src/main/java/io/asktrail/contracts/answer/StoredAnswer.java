package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given, and beside its fields what has become of its figures.
 *
 * @param since null for an answer without figures, or if the reader did not want to know
 */
public record StoredAnswer(
        @JsonUnwrapped Answer answer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Since since) {}
