package io.asktrail.ads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.ads.amazon.AccountCalendar;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SyncScheduleTest {
    @Test
    void runsInOneOfTwoProcesses() throws Exception {
        // Given: two that share a database; whichever is picked first is in the middle of its run for a while
        var database = new SyncDatabase();
        var runs = new AtomicInteger();
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var amazon = new FakeAmazon();
        amazon.step = () -> {
            if (running.getCount() > 0) {
                runs.incrementAndGet();
                running.countDown();
                awaitQuietly(goOn);
            }
        };
        try (var pool = pool(database)) {
            var both = List.of(schedule(pool, amazon, database), schedule(pool, amazon, database));

            // When
            both.forEach(SyncSchedule::start);
            var started = running.await(60, TimeUnit.SECONDS);
            var picked = database.query("SELECT count(*) FROM ads.scheduled_tasks WHERE picked");
            goOn.countDown();
            while (!database.query("SELECT count(*) FROM ads.scheduled_tasks WHERE last_success IS NOT NULL")
                    .equals(List.of("1"))) {
                Thread.onSpinWait();
            }
            both.forEach(SyncSchedule::stop);

            // Then
            assertThat(started).isTrue();
            assertThat(picked).containsExactly("1");
            assertThat(runs).hasValue(1);
            assertThat(amazon.asked).doesNotHaveDuplicates().isNotEmpty();
            assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly("725");
        }
    }

    private static SyncSchedule schedule(HikariDataSource pool, FakeAmazon amazon, SyncDatabase database) {
        var sync = new AdsSync(
                amazon,
                database::open,
                () -> GeoFromNames.of("|", List.of()),
                new SyncPace(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        Duration.ofHours(6)),
                Duration.ofHours(1),
                Clock.systemUTC(),
                AccountCalendar.SHARED);
        return new SyncSchedule(pool, sync, Duration.ofHours(1));
    }

    private static HikariDataSource pool(SyncDatabase database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        return new HikariDataSource(config);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
