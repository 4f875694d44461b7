package io.asktrail.registry.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TaskResolverTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));

    /** Half past eight in the evening of 15 November in London is the 16th in Kolkata. */
    private final TaskResolver resolver =
            new TaskResolver(Clock.fixed(Instant.parse("2025-11-15T20:30:00Z"), ZoneOffset.UTC));

    private TaskSpec resolve(String json) {
        return resolver.resolve(JsonMapper.shared().readValue(json, TaskRequest.class), REGISTRY);
    }

    @Test
    void takesTheDefaultPeriodInTheZoneOfTheBusiness() {
        // When
        var task = resolve("{\"metrics\":[\"spend\"]}");

        // Then
        assertThat(task.intent()).isEqualTo(Intent.ANALYTICS_QUERY);
        assertThat(task.period().start()).isEqualTo(LocalDate.of(2025, 10, 19));
        assertThat(task.period().end()).isEqualTo(LocalDate.of(2025, 11, 15));
    }

    @ParameterizedTest
    @CsvSource({
        "today,2025-11-16,2025-11-16",
        "last_7_days,2025-11-09,2025-11-15",
        "last_week,2025-11-03,2025-11-09",
        "this_month,2025-11-01,2025-11-16",
        "last_quarter,2025-07-01,2025-09-30",
        "this_fiscal_year,2025-04-01,2025-11-16",
        "last_fiscal_year,2024-04-01,2025-03-31"
    })
    void resolvesARangeByName(String range, LocalDate start, LocalDate end) {
        // When
        var task = resolve("{\"metrics\":[\"spend\"],\"time\":{\"range\":\"%s\"}}".formatted(range));

        // Then
        assertThat(task.period().start()).isEqualTo(start);
        assertThat(task.period().end()).isEqualTo(end);
    }

    @Test
    void comparesAMonthToDateWithTheSameDaysOfTheMonthBefore() {
        // When
        var task = resolve("""
                {"metrics":["spend"],"time":{"range":"this_month"},"compare":{"kind":"previous_period"}}""");

        // Then
        var compare = Objects.requireNonNull(task.compare());
        assertThat(compare.start()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(compare.end()).isEqualTo(LocalDate.of(2025, 10, 16));
    }

    @Test
    void readsTheDateAmongTheGroupsAsASeriesByDay() {
        // When
        var task = resolve("{\"metrics\":[\"spend\"],\"group_by\":[\"date\",\"channel\"]}");

        // Then
        assertThat(task.period().grain()).isEqualTo(Grain.DAY);
        assertThat(task.groupBy()).extracting("value").containsExactly("channel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"metrics\":[\"spendd\"]} | UNKNOWN_METRIC",
                "{\"metrics\":[\"spend\"],\"group_by\":[\"planet\"]} | UNKNOWN_DIMENSION",
                "{\"metrics\":[\"spend\"],\"filters\":[{\"field\":\"moon\",\"op\":\"=\",\"value\":1}]} | UNKNOWN_DIMENSION",
                "{\"metrics\":[\"spend\"],\"time\":{\"start\":\"2025-10-31\",\"end\":\"2025-10-01\"}} | BAD_PERIOD",
                "{\"metrics\":[\"spend\"],\"time\":{\"start\":\"2025-10-31\"}} | BAD_PERIOD",
                "{\"metrics\":[\"spend\"],\"time\":{\"range\":\"last_eon\"}} | BAD_PERIOD",
                "{\"metrics\":[\"spend\"],\"time\":{\"tz\":\"Mars/Olympus\"}} | BAD_PERIOD",
                "{\"metrics\":[\"spend\"],\"limit\":0} | MALFORMED_REQUEST",
                "{} | MALFORMED_REQUEST"
            })
    void saysWhatIsWrongWithATask(String json, ErrorCode code) {
        // When, Then
        assertThatThrownBy(() -> resolve(json))
                .isInstanceOfSatisfying(
                        SuiteException.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
