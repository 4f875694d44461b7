package io.asktrail.registry.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Days and deadlines where clocks are unkind: midnight in Kolkata, and the nights when other places change theirs. */
class ClockEdgesTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));

    // Worked out from the zones' published rules: Kolkata is 5:30 ahead; New York goes from 5 to 4 hours behind on
    // 9 March 2025 at 07:00 UTC and back on 2 November at 06:00; Santiago skips midnight itself on 7 September.
    @ParameterizedTest(name = "{0} in {1} is on {2}")
    @CsvSource({
        "2025-11-15T18:29:59.999Z, Asia/Kolkata, 2025-11-15",
        "2025-11-15T18:30:00Z, Asia/Kolkata, 2025-11-16",
        "2025-12-31T18:29:59.999Z, Asia/Kolkata, 2025-12-31",
        "2025-12-31T18:30:00Z, Asia/Kolkata, 2026-01-01",
        "2025-03-09T04:59:59Z, America/New_York, 2025-03-08",
        "2025-03-09T05:00:00Z, America/New_York, 2025-03-09",
        "2025-03-10T03:59:59Z, America/New_York, 2025-03-09",
        "2025-03-10T04:00:00Z, America/New_York, 2025-03-10",
        "2025-11-02T03:59:59Z, America/New_York, 2025-11-01",
        "2025-11-03T04:59:59Z, America/New_York, 2025-11-02",
        "2025-11-03T05:00:00Z, America/New_York, 2025-11-03",
        "2025-09-07T03:59:59Z, America/Santiago, 2025-09-06",
        "2025-09-07T04:00:00Z, America/Santiago, 2025-09-07"
    })
    void aQuestionIsOfTheDayWhereItIsAsked(Instant now, ZoneId tz, LocalDate expected) {
        // Given
        var resolver = new TaskResolver(Clock.fixed(now, ZoneId.of("UTC")));

        // When
        var task = resolver.resolve(
                JsonMapper.shared()
                        .readValue(
                                "{\"metrics\":[\"spend\"],\"time\":{\"range\":\"today\",\"tz\":\"%s\"}}".formatted(tz),
                                TaskRequest.class),
                REGISTRY);

        // Then
        assertThat(task.period().start()).isEqualTo(expected);
        assertThat(task.period().end()).isEqualTo(expected);
    }

    @Test
    void yesterdayIsOneDayWhereTheDayHadTwentyThreeOrTwentyFiveHours() {
        for (var now : new String[] {"2025-03-10T12:00:00Z", "2025-11-03T12:00:00Z"}) {
            // Given
            var resolver = new TaskResolver(Clock.fixed(Instant.parse(now), ZoneId.of("UTC")));

            // When
            var task = resolver.resolve(
                    JsonMapper.shared()
                            .readValue(
                                    "{\"metrics\":[\"spend\"],\"time\":{\"range\":\"yesterday\",\"tz\":\"America/New_York\"}}",
                                    TaskRequest.class),
                    REGISTRY);

            // Then
            assertThat(task.period().days()).isEqualTo(1);
            assertThat(task.period().start())
                    .isEqualTo(LocalDate.parse(now.substring(0, 10)).minusDays(1));
        }
    }

    @Test
    void aDeadlineAcrossAClockChangeIsAsLongAsItWasSaid() {
        // Given
        var before = Clock.fixed(Instant.parse("2025-03-09T06:59:50Z"), ZoneId.of("America/New_York"));
        var after = Clock.fixed(Instant.parse("2025-03-09T07:00:00Z"), ZoneId.of("America/New_York"));

        // When
        var deadline = Deadline.in(Duration.ofSeconds(20), before);

        // Then: an hour was skipped on the wall, ten seconds went by
        assertThat(deadline.remaining(after)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void byTheClockOfTheMachineItWouldBeTheWrongDay() {
        // Given a quarter past midnight in Kolkata, which is still yesterday in Greenwich
        var now = Instant.parse("2025-11-15T18:45:00Z");
        var resolver = new TaskResolver(Clock.fixed(now, ZoneId.of("UTC")));

        // When
        var here = resolver.today(null, ZoneId.of("Asia/Kolkata"));
        var machine = resolver.today(null, ZoneId.of("UTC"));

        // Then
        assertThat(here).isEqualTo(LocalDate.of(2025, 11, 16));
        assertThat(machine).isEqualTo(LocalDate.of(2025, 11, 15));
    }
}
