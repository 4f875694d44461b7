package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two gateways behind something that sends each request to the next one that says it is ready, and repeats none. */
@Tag("full")
class RollingRestartTest {
    private static final int A_SECOND = 50;
    private static final long LOOKED_AT_EVERY_MS = 100;

    private static final class Balancer {
        private final List<Web> all = new CopyOnWriteArrayList<>();
        private final List<Web> ready = new CopyOnWriteArrayList<>();
        private final AtomicInteger turn = new AtomicInteger();

        void look() {
            for (var gateway : all) {
                var isReady = says(gateway);
                if (isReady && !ready.contains(gateway)) {
                    ready.add(gateway);
                } else if (!isReady) {
                    ready.remove(gateway);
                }
            }
        }

        private static boolean says(Web gateway) {
            try {
                return gateway.get("/health/readiness").statusCode() == 200;
            } catch (UncheckedIOException gone) {
                return false;
            }
        }

        Web next() {
            var now = List.copyOf(ready);
            return now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
        }
    }

    @Test
    void losesNoRequest() {
        // Given
        var balancer = new Balancer();
        var failures = new ConcurrentLinkedQueue<String>();
        var answered = new AtomicInteger();
        try (var suite = Suite.inTwoProcesses(settings());
                var clock = Executors.newScheduledThreadPool(2);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            suite.startAnotherGateway(settings());
            suite.gatewayPorts().forEach(port -> balancer.all.add(Web.at(port)));
            balancer.look();
            assertThat(balancer.ready).hasSize(2);
            var token = "Bearer "
                    + suite.tokens()
                            .mint(
                                    new Caller("asha", List.of(Role.VIEWER), List.of(), List.of(), List.of()),
                                    Duration.ofMinutes(10));
            var _ = clock.scheduleWithFixedDelay(balancer::look, 0, LOOKED_AT_EVERY_MS, TimeUnit.MILLISECONDS);
            var _ = clock.scheduleAtFixedRate(
                    () -> clients.execute(() -> ask(balancer, token, answered, failures)),
                    0,
                    1000 / A_SECOND,
                    TimeUnit.MILLISECONDS);

            // When: the older of the two goes, and a new one comes, three times
            for (int restart = 0; restart < 3; restart++) {
                var before = answered.get();
                await().until(() -> answered.get() > before + A_SECOND);
                suite.stopOldestGateway();
                balancer.all.removeFirst();
                suite.startAnotherGateway(settings());
                balancer.all.add(Web.at(suite.gatewayPorts().getLast()));
                await().atMost(Duration.ofSeconds(30)).until(() -> balancer.ready.size() == 2);
            }
            var after = answered.get();
            await().until(() -> answered.get() > after + A_SECOND);
            clock.shutdownNow();
        }

        // Then
        assertThat(failures).isEmpty();
        assertThat(answered).hasValueGreaterThan(4 * A_SECOND);
    }

    private static void ask(
            Balancer balancer, String token, AtomicInteger answered, ConcurrentLinkedQueue<String> failures) {
        try {
            var reply = balancer.next().post("/v1/ask", "{\"question\":\"x\"}", "Authorization", token);
            if (reply.statusCode() == 200) {
                answered.incrementAndGet();
            } else {
                failures.add(reply.statusCode() + " " + reply.body());
            }
        } catch (RuntimeException failed) {
            failures.add(failed.toString());
        }
    }

    private static String[] settings() {
        return new String[] {
            "asktrail.gateway.drain=1s",
            "asktrail.gateway.limits.burst=1000000",
            "asktrail.gateway.limits.per-minute=1000000"
        };
    }
}
