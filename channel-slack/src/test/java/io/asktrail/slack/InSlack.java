package io.asktrail.slack;

import static org.awaitility.Awaitility.await;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A gateway with this channel between a Slack and a service, both as new before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InSlack {
    final FakeSlack slack = new FakeSlack();
    final StubAsktrail asktrail = new StubAsktrail();
    final SlackSender fromSlack = new SlackSender(slack);
    final TestGateway gateway = TestGateway.start(slack, asktrail);

    @BeforeEach
    void forget() {
        slack.forget();
        asktrail.forget();
    }

    @AfterEach
    void letAllBeDone() {
        eventually(asktrail::isAllDone, done -> done);
    }

    @AfterAll
    void stop() {
        gateway.close();
        asktrail.close();
        slack.close();
    }

    FakeSlack.Posted answerIn(String channel, String words) {
        return eventually(
                        () -> slack.messagesIn(channel).stream()
                                .filter(posted -> posted.shown().contains(words))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    static <T> T eventually(Supplier<T> look, Predicate<T> until) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(look::get, until::test);
    }
}
