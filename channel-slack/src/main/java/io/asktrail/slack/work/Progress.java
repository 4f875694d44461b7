package io.asktrail.slack.work;

import io.asktrail.slack.message.Message;
import io.asktrail.slack.sending.SlackApi;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows the stages of a question where its answer will be: the last one, once a second at most, beside the reading of the answer, so
 * that a slow Slack delays nothing. When it is closed nothing of it can come after the answer.
 */
final class Progress implements Consumer<String>, AutoCloseable {
    private static final long SECONDS_BETWEEN = 1;

    private final SlackApi slack;
    private final Placed placed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread shower;
    private volatile String latest = "";

    Progress(SlackApi slack, Placed placed) {
        this.slack = slack;
        this.placed = placed;
        this.shower = Thread.ofVirtual().name("slack-progress").start(this::show);
    }

    @Override
    public void accept(String stage) {
        latest = stage;
    }

    private void show() {
        var shown = "";
        try {
            while (!ended.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
                var stage = latest;
                if (!stage.equals(shown)) {
                    slack.updateIfWelcome(placed.channel(), placed.ts(), Message.of(stage));
                    shown = stage;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            shower.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
