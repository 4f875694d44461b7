package io.asktrail.slack.people;

import java.util.Optional;

/** What Slack knows of somebody's address. */
@FunctionalInterface
public interface Mails {
    /**
     * The confirmed address of a full member; empty for guests, programs, those who left, and whoever has none.
     *
     * @throws RuntimeException if Slack cannot be asked just now
     */
    Optional<String> confirmedMailOf(String user);
}
