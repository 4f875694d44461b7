package io.asktrail.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * A message to the client.
 *
 * @param id the question's, if the client gave it one
 * @param event {@code ready} once it is known who the client is; then, for each question, those of the event stream of
 *     {@code POST /v1/ask}, of which {@code answer} and {@code error} are the last
 * @param data JSON, as it came from inside
 * @param retryAfter after how many seconds the same may be asked again; null if waiting does not help
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sent(
        @Nullable String id,
        String event,
        @JsonRawValue String data,
        @JsonProperty("retry_after") @Nullable Long retryAfter) {}
