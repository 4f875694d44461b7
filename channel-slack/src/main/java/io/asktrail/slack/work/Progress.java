package io.asktrail.slack.work;

import io.asktrail.slack.message.Message;
import io.asktrail.slack.sending.SlackApi;
import java.time.Duration;
import java.util.function.Consumer;

/** Shows the stages of a question where its answer will be, no more often than Slack likes. */
final class Progress implements Consumer<String> {
    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

    private final SlackApi slack;
    private final Placed placed;
    private long shownAt = System.nanoTime();

    Progress(SlackApi slack, Placed placed) {
        this.slack = slack;
        this.placed = placed;
    }

    @Override
    public void accept(String stage) {
        var now = System.nanoTime();
        if (now - shownAt >= BETWEEN) {
            shownAt = now;
            slack.updateIfWelcome(placed.channel(), placed.ts(), Message.of(stage));
        }
    }
}
