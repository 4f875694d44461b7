package io.asktrail.slack.sending;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of Slack's methods that wait when Slack says so, and are repeated where a repetition does no harm. */
final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);
    private static final int TOO_MANY = 429;
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    /** Somebody waits for an answer; after this they have asked again. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration UNSAID = Duration.ofSeconds(30);
    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private final Pace pace = new Pace();

    /** One call. */
    @FunctionalInterface
    interface Call<T> {
        T send() throws IOException, SlackApiException;
    }

    /** What happens when nobody knows whether a call that failed was carried out. */
    enum Again {
        /** It is made again: twice is as good as once. */
        HARMLESS,
        /** It is not: a second message would be another message. */
        TWICE_IS_TWICE
    }

    /** A call that is only nice to make: left out while Slack wants to be left alone, and never repeated. */
    void onceIfWelcome(String method, Call<?> call) {
        if (pace.wait(method).isPositive()) {
            return;
        }
        try {
            call.send();
        } catch (SlackApiException failed) {
            if (failed.getResponse().code() == TOO_MANY) {
                pace.rest(method, retryAfter(failed.getResponse()));
            }
        } catch (IOException away) {
            log.atDebug().setCause(away).addKeyValue("method", method).log("left out");
        }
    }

    /**
     * @throws SlackRefused if Slack says no
     * @throws SlackAway if it cannot be reached
     */
    <T extends SlackApiTextResponse> T make(String method, Again again, Call<T> call) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var attempt = 1; ; attempt++) {
            awaitTurn(method, end);
            try {
                var response = call.send();
                if (response.isOk()) {
                    return response;
                }
                var error = Objects.requireNonNullElse(response.getError(), "unknown_error");
                if (attempt >= ATTEMPTS || !PASSING.contains(error)) {
                    throw new SlackRefused(method, error);
                }
            } catch (SlackApiException failed) {
                if (failed.getResponse().code() == TOO_MANY) {
                    pace.rest(method, retryAfter(failed.getResponse()));
                    attempt--; // it was not made
                    continue;
                }
                if (attempt >= ATTEMPTS || again == Again.TWICE_IS_TWICE) {
                    throw new SlackRefused(
                            method, "http_" + failed.getResponse().code());
                }
            } catch (IOException away) {
                if (attempt >= ATTEMPTS || again == Again.TWICE_IS_TWICE) {
                    throw new SlackAway(method, away);
                }
            }
            sleep(BETWEEN.multipliedBy(attempt));
        }
    }

    private void awaitTurn(String method, long end) {
        for (var wait = pace.wait(method); wait.isPositive(); wait = pace.wait(method)) {
            if (System.nanoTime() + wait.toNanos() > end) {
                throw new SlackRefused(method, "ratelimited");
            }
            sleep(wait);
        }
    }

    private static Duration retryAfter(Response response) {
        var said = response.header("Retry-After");
        try {
            return said == null ? UNSAID : Duration.ofSeconds(Math.max(1, Long.parseLong(said.strip())));
        } catch (NumberFormatException _) {
            return UNSAID;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SlackAway("any method: this process ends", stopped);
        }
    }
}
