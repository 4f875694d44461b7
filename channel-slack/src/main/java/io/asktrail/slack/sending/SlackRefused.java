package io.asktrail.slack.sending;

/** Slack has understood a call and does not do it. */
public final class SlackRefused extends RuntimeException {
    private final String error;

    SlackRefused(String method, String error) {
        super("Slack refuses %s: %s".formatted(method, error));
        this.error = error;
    }

    /** Slack's own word for it, such as {@code not_in_channel}. */
    public String error() {
        return error;
    }
}
