package io.asktrail.slack.door;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as Slack delivers it. Read here and not by the SDK, whose events do not tell which company's member somebody is.
 *
 * @param eventId the same for each delivery
 * @param shared whether people of other companies are in the channel
 * @param authorizations for whom of this app's it was delivered: the workspace and the app's own user
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Envelope(
        @JsonProperty("team_id") @Nullable String teamId,
        @JsonProperty("event_id") @Nullable String eventId,
        @JsonProperty("is_ext_shared_channel") @Nullable Boolean shared,
        @Nullable List<Authorization> authorizations,
        @Nullable Event event) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Authorization(
            @JsonProperty("team_id") @Nullable String teamId,
            @JsonProperty("user_id") @Nullable String userId) {}

    /**
     * @param botId which program wrote it; null for people
     * @param edited when it was changed; null if it never was
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            @Nullable String type,
            @Nullable String subtype,
            @Nullable String user,
            @JsonProperty("bot_id") @Nullable String botId,
            @Nullable String text,
            @Nullable String ts,
            @JsonProperty("thread_ts") @Nullable String threadTs,
            @Nullable String channel,
            @JsonProperty("channel_type") @Nullable String channelType,
            @Nullable String team,
            @JsonProperty("user_team") @Nullable String userTeam,
            @JsonProperty("source_team") @Nullable String sourceTeam,
            @Nullable JsonNode edited) {}

    @Nullable
    String workspace() {
        var first = authorization();
        return first == null || first.teamId() == null ? teamId : first.teamId();
    }

    /** This app's own user; null if Slack did not say. */
    @Nullable
    String self() {
        var first = authorization();
        return first == null ? null : first.userId();
    }

    private @Nullable Authorization authorization() {
        return authorizations == null || authorizations.isEmpty() ? null : authorizations.getFirst();
    }
}
