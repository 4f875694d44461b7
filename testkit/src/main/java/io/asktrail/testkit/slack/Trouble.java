package io.asktrail.testkit.slack;

import java.util.concurrent.CountDownLatch;

/** What happens to a call instead of its being answered as usual. */
sealed interface Trouble {
    record TooMany(int seconds) implements Trouble {}

    record Refusal(String error) implements Trouble {}

    record Status(int status) implements Trouble {}

    record Waiting(CountDownLatch until) implements Trouble {}

    record CutOff(CountDownLatch times) implements Trouble {}
}
