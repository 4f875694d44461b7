package io.asktrail.orchestrator.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Work that one holder does.
 *
 * @param key what was claimed, as the channel names it
 * @param holder who holds it now; whoever took it over before holds it no more
 * @param note what whoever finishes it has to know; only the channel reads it
 * @param takeovers how often it was left behind
 */
public record Claim(
        String key,
        String holder,
        String note,
        @JsonProperty("created_at") Instant createdAt,
        int takeovers) {}
