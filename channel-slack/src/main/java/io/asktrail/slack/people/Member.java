package io.asktrail.slack.people;

import java.util.Objects;

/**
 * Somebody in Slack.
 *
 * @param team the workspace in which Asktrail was asked
 * @param homeTeam the workspace whose member they are; another one in a channel that is shared between companies
 * @param user their id
 */
public record Member(String team, String homeTeam, String user) {
    public Member {
        Objects.requireNonNull(team);
        Objects.requireNonNull(homeTeam);
        Objects.requireNonNull(user);
    }

    /** A member of the workspace in which they asked. */
    public static Member of(String team, String user) {
        return new Member(team, team, user);
    }

    boolean isAtHome() {
        return team.equals(homeTeam);
    }
}
