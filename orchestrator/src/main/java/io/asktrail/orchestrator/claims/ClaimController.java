package io.asktrail.orchestrator.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For channels alone: what came in at several gateways is done by one of them, and by another if that one dies. */
@Hidden
@RestController
@RequestMapping("/orchestrator/v1/claims")
public class ClaimController {
    /** How a channel is called when it comes on its own behalf: {@code channel:slack}. */
    private static final String CHANNEL = "channel:";

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_NOTE = 16_000;
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_KEPT = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int MOST_AT_ONCE = 100;

    private final ClaimStore claims;

    ClaimController(ClaimStore claims) {
        this.claims = claims;
    }

    /**
     * @param leaseSeconds for how long it is held without a sign of life; 0 for what is only noted
     * @param keepSeconds how long the key stays taken; two days if null
     */
    public record Take(
            @Nullable String key,
            @Nullable String note,
            @JsonProperty("lease_seconds") long leaseSeconds,
            @JsonProperty("keep_seconds") @Nullable Long keepSeconds) {}

    /** @param holder with which the claim is held; null if somebody else was faster */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(boolean won, @Nullable String holder) {}

    /** @param note null to leave it as it is */
    public record Hold(
            @Nullable String key,
            @Nullable String holder,
            @Nullable String note,
            @JsonProperty("lease_seconds") long leaseSeconds,
            boolean done) {}

    public record Held(boolean held) {}

    /** @param most how many are wanted, {@value #MOST_AT_ONCE} at most */
    public record TakeOver(@JsonProperty("lease_seconds") long leaseSeconds, int most) {}

    public record TakenOver(List<Claim> claims) {}

    public record Noted(String note) {}

    @PostMapping
    public Taken take(CallContext call, @RequestBody Take request) {
        var channel = channel(call);
        var lease = within(request.leaseSeconds(), LONGEST_LEASE, "lease_seconds");
        var keep = request.keepSeconds() == null ? KEPT : within(request.keepSeconds(), LONGEST_KEPT, "keep_seconds");
        var key = key(request.key());
        return claims.take(channel, key, note(Objects.requireNonNullElse(request.note(), "")), lease, keep)
                .map(holder -> new Taken(true, holder))
                .orElseGet(() -> new Taken(false, null));
    }

    @PutMapping
    public Held hold(CallContext call, @RequestBody Hold request) {
        var channel = channel(call);
        var lease = within(request.leaseSeconds(), LONGEST_LEASE, "lease_seconds");
        var note = request.note() == null ? null : note(request.note());
        var holder = Objects.requireNonNullElse(request.holder(), "");
        return new Held(claims.hold(channel, key(request.key()), holder, note, lease, request.done()));
    }

    @PostMapping("/orphans")
    public TakenOver takeOver(CallContext call, @RequestBody TakeOver request) {
        var channel = channel(call);
        var lease = within(request.leaseSeconds(), LONGEST_LEASE, "lease_seconds");
        return new TakenOver(claims.takeOver(channel, lease, Math.clamp(request.most(), 0, MOST_AT_ONCE)));
    }

    @GetMapping
    public Noted note(CallContext call, @RequestParam("key") String key) {
        return claims.note(channel(call), key)
                .map(Noted::new)
                .orElseThrow(() -> new SuiteException(ErrorCode.UNKNOWN_ID, "Nothing is noted under this key."));
    }

    private static String channel(CallContext call) {
        var sub = call.caller().sub();
        if (!sub.startsWith(CHANNEL)) {
            throw new SuiteException(ErrorCode.FORBIDDEN, "This address is for channels: ask at /v1/ask.");
        }
        return sub;
    }

    private static String key(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST, "key is a text of 1 to %d characters.".formatted(LONGEST_KEY));
        }
        return key;
    }

    private static String note(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new SuiteException(ErrorCode.TOO_LARGE, "note has at most %d characters.".formatted(LONGEST_NOTE));
        }
        return note;
    }

    private static Duration within(long seconds, Duration most, String name) {
        if (seconds < 0 || seconds > most.toSeconds()) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST, "%s is from 0 to %d.".formatted(name, most.toSeconds()));
        }
        return Duration.ofSeconds(seconds);
    }
}
