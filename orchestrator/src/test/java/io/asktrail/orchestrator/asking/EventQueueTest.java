package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class EventQueueTest {
    /** A reader who takes the first event and looks at it for as long as it is told. */
    private static final class Reader extends SseEmitter {
        final List<SseEventBuilder> got = new ArrayList<>();
        final CountDownLatch looking = new CountDownLatch(1);
        final CountDownLatch on = new CountDownLatch(1);
        boolean completed;

        @Override
        public void send(SseEventBuilder event) throws IOException {
            looking.countDown();
            try {
                on.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            got.add(event);
        }

        @Override
        public synchronized void complete() {
            completed = true;
        }
    }

    @Test
    void theWorkDoesNotWaitForASlowReaderWhoGetsEverythingInTheEnd() throws Exception {
        // Given
        var reader = new Reader();
        var events = new EventQueue(reader);
        var writer = Thread.ofVirtual().start(events::write);
        events.send("step", 0);
        reader.looking.await();

        // When
        for (var i = 1; i < EventQueue.MOST_WAITING; i++) {
            events.send("step", i);
        }
        events.end();
        reader.on.countDown();
        writer.join();

        // Then
        assertThat(reader.got).hasSize(EventQueue.MOST_WAITING);
        assertThat(reader.completed).isTrue();
    }

    @Test
    void letsAReaderGoWhoIsTooFarBehind() throws Exception {
        // Given
        var reader = new Reader();
        var events = new EventQueue(reader);
        var writer = Thread.ofVirtual().start(events::write);
        events.send("step", 0);
        reader.looking.await();
        for (var i = 0; i < EventQueue.MOST_WAITING; i++) {
            events.send("step", i);
        }

        // When, Then
        assertThatThrownBy(() -> events.send("step", "one too many"))
                .isInstanceOfSatisfying(
                        SuiteException.class, cut -> assertThat(cut.code()).isEqualTo(ErrorCode.CANCELLED));
        events.end();
        reader.on.countDown();
        writer.join();
        assertThat(reader.completed).isTrue();
    }

    @Test
    void withoutABoundAReaderWhoNeverReadsWouldBeKeptWaitingFor() {
        // Given
        var events = new EventQueue(new Reader(), Integer.MAX_VALUE);

        // When, Then: nothing is ever cut off
        for (var i = 0; i < 100 * EventQueue.MOST_WAITING; i++) {
            events.send("step", i);
        }
    }
}
