package io.asktrail.slack.work;

import io.asktrail.slack.asking.Asktrail;
import io.asktrail.slack.asking.Ledger;
import io.asktrail.slack.people.Directory;
import io.asktrail.slack.sending.SlackApi;
import java.time.Clock;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Puts together who works on errands. */
public record Office(
        Directory directory, SlackApi slack, Asktrail asktrail, Ledger ledger, JsonMapper json, Clock clock) {
    /**
     * @param atOnce errands at a time
     * @param lease after which work without a sign of life goes to another gateway
     * @param drain how long this process waits for its work when it ends
     */
    public Inbox inbox(int atOnce, Duration lease, Duration drain) {
        var claims = new Claims(ledger, json, clock);
        var places = new Places(directory, slack);
        var desk = new Desk(asktrail, slack, places, new Conversations(ledger), new Files(asktrail, slack));
        return new Inbox(new Clerk(directory, claims, desk, places), claims, atOnce, lease, drain);
    }
}
