package io.asktrail.contracts.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question in plain language.
 *
 * @param conversationId continues a conversation, or begins one under an id of the client's choice; null begins one
 * @param asOf the date that counts as today; the clock's if null
 * @param tz the zone of the caller's days; the business calendar's if null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskRequest(
        @Nullable String question,
        @JsonProperty("conversation_id") @Nullable String conversationId,
        @JsonProperty("as_of") @Nullable LocalDate asOf,
        @Nullable String tz) {}
