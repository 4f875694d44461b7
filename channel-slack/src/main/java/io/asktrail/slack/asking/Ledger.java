package io.asktrail.slack.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.channel.FrontDoor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who does what, over all gateways: claims that the orchestrator keeps for this channel, which comes as itself for that and
 * has no rights to any figure.
 */
public final class Ledger {
    private static final Caller SELF = new Caller("channel:slack", List.of(), List.of(), List.of(), List.of());
    private static final String CLAIMS = "/v1/claims";

    private final FrontDoor door;
    private final JsonMapper json;
    private final Duration lease;

    /** @param lease after which work without a sign of life goes to another gateway */
    public Ledger(FrontDoor door, JsonMapper json, Duration lease) {
        this.door = door;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.lease = lease;
    }

    /** Work that was left behind by another gateway. */
    public record Orphan(
            String key,
            String holder,
            String note,
            @JsonProperty("created_at") Instant createdAt,
            int takeovers) {}

    private record Take(
            String key,
            String note,
            @JsonProperty("lease_seconds") long leaseSeconds,

            @JsonProperty("keep_seconds") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long keepSeconds) {}

    private record Taken(boolean won, @Nullable String holder) {}

    private record Hold(
            String key,
            String holder,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note,

            @JsonProperty("lease_seconds") long leaseSeconds,
            boolean done) {}

    private record Held(boolean held) {}

    private record TakeOver(@JsonProperty("lease_seconds") long leaseSeconds, int most) {}

    private record Orphans(List<Orphan> claims) {}

    private record Noted(String note) {}

    /** Takes work that nobody has taken; empty if somebody has, whatever became of it. */
    public Optional<String> take(String key, String note) {
        var taken = call(client -> client.post(), CLAIMS, new Take(key, note, lease.toSeconds(), null), Taken.class);
        return taken.won() ? Optional.ofNullable(taken.holder()) : Optional.empty();
    }

    /** Says that the work goes on; false if it is somebody else's by now. */
    public boolean hold(String key, String holder, @Nullable String note) {
        return hold(new Hold(key, holder, note, lease.toSeconds(), false));
    }

    /** Says that the work is done. */
    public void done(String key, String holder) {
        hold(new Hold(key, holder, null, 0, true));
    }

    /** Leaves work for another gateway to take over now. */
    public void leave(String key, String holder) {
        hold(new Hold(key, holder, null, 0, false));
    }

    private boolean hold(Hold hold) {
        return call(client -> client.put(), CLAIMS, hold, Held.class).held();
    }

    public List<Orphan> takeOver(int most) {
        return call(client -> client.post(), CLAIMS + "/orphans", new TakeOver(lease.toSeconds(), most), Orphans.class)
                .claims();
    }

    /** Notes something that no work belongs to; what was noted first stays. */
    public void remember(String key, String note, Duration keep) {
        var taken = call(client -> client.post(), CLAIMS, new Take(key, note, 0, keep.toSeconds()), Taken.class);
        if (taken.holder() != null) {
            done(key, taken.holder());
        }
    }

    /** What was noted; empty if nothing was, or too long ago. */
    public Optional<String> recall(String key) {
        try {
            return Optional.of(safely(() -> door.as(SELF)
                            .get()
                            .uri(CLAIMS + "?key={key}", key)
                            .exchangeForRequiredValue((_, reply) -> read(reply, Noted.class)))
                    .note());
        } catch (SuiteException failed) {
            if (failed.code() == ErrorCode.UNKNOWN_ID) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private <T> T call(Method method, String address, Object body, Class<T> reply) {
        return safely(() -> method.of(door.as(SELF))
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body))
                .exchangeForRequiredValue((_, response) -> read(response, reply)));
    }

    private interface Method {
        RestClient.RequestBodyUriSpec of(RestClient client);
    }

    private interface Call<T> {
        T make();
    }

    private <T> T read(ClientHttpResponse reply, Class<T> form) throws IOException {
        if (!reply.getStatusCode().is2xxSuccessful()) {
            throw Failures.of(reply.getStatusCode().value(), reply.getBody());
        }
        return json.readValue(reply.getBody().readAllBytes(), form);
    }

    private static <T> T safely(Call<T> call) {
        try {
            return call.make();
        } catch (RestClientException | IllegalStateException | JacksonException away) {
            throw Failures.suiteOr(away, "Asktrail cannot be reached just now: please try again in a minute.");
        }
    }
}
