package io.asktrail.slack.sending;

/** Slack cannot be reached, or does not answer. */
public final class SlackAway extends RuntimeException {
    SlackAway(String method, Throwable cause) {
        super("Slack does not answer at %s".formatted(method), cause);
    }
}
