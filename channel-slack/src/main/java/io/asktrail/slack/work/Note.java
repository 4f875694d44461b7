package io.asktrail.slack.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What whoever finishes an errand has to know.
 *
 * @param placed where the answer is or will be; null as long as nothing was said
 * @param answered whether the answer has been given, so that nobody gives another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Note(Errand errand, @Nullable Placed placed, boolean answered) {}
