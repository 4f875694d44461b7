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
 * @param language of the answer's words; null for that of the question
 * @param waiting false to be given a run at once, which is followed at {@code /v1/runs}; true if null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskRequest(
        @Nullable String question,
        @JsonProperty("conversation_id") @Nullable String conversationId,
        @JsonProperty("as_of") @Nullable LocalDate asOf,
        @Nullable String tz,
        @JsonProperty("wait") @Nullable Boolean waiting,
        @JsonProperty("lang") @Nullable Language language) {
    /** To be answered in the language of the question. */
    public AskRequest(
            @Nullable String question,
            @Nullable String conversationId,
            @Nullable LocalDate asOf,
            @Nullable String tz,
            @Nullable Boolean waiting) {
        this(question, conversationId, asOf, tz, waiting, null);
    }

    /** Whether the caller stays for the answer, as usual; else the run goes on without. */
    public boolean waits() {
        return waiting == null || waiting;
    }
}
