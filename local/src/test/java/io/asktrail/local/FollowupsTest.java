package io.asktrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.composer.followup.Followups;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.RulePlanner;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an answer offers next can be planned, whoever it is offered to and whatever was asked before. */
class FollowupsTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final PlannerAgent PLANNER = new RulePlanner(() -> REGISTRY);

    @ParameterizedTest
    @EnumSource
    void everyOfferCanBePlanned(Role role) {
        var call = by(role);
        var access = REGISTRY.accessOf(call.caller());
        var offered = 0;
        for (var task : tasks()) {
            // Given something that this caller gets an answer to
            if (!access.metrics().containsAll(task.metrics())
                    || !access.dimensions().containsAll(task.groupBy())
                    || !(plan(call, task) instanceof PlanOutcome.Planned)) {
                continue;
            }

            // When
            var offers = new Followups(REGISTRY, access, task).offer();

            // Then
            assertThat(offers).hasSizeLessThanOrEqualTo(3).doesNotContain(task);
            assertThat(new HashSet<>(offers)).hasSameSizeAs(offers);
            for (var offer : offers) {
                assertThat(access.dimensions()).containsAll(offer.groupBy());
                assertThat(plan(call, offer)).as("after %s: %s", task, offer).isInstanceOf(PlanOutcome.Planned.class);
                offered++;
            }
        }
        assertThat(offered).isGreaterThan(role == Role.VIEWER ? 100 : 300);
    }

    @Test
    void threeAreOfferedAfterAPlainNumber() {
        var call = by(Role.ADMIN);
        var access = REGISTRY.accessOf(call.caller());

        assertThat(List.of("spend", "net_sales", "roas", "acos", "orders")).allSatisfy(metric -> {
            var task =
                    TaskSpec.query(List.of(new MetricId(metric)), october(null)).build();
            assertThat(new Followups(REGISTRY, access, task).offer()).hasSize(3);
        });
    }

    // Each metric alone, by each dimension, by day, within a state, compared, and as a share.
    private static List<TaskSpec> tasks() {
        var tasks = new ArrayList<TaskSpec>();
        for (var metric : REGISTRY.metrics().keySet()) {
            var plain = TaskSpec.query(List.of(metric), october(null)).build();
            tasks.add(plain);
            tasks.add(plain.toBuilder().time(october(Grain.DAY)).build());
            tasks.add(plain.toBuilder()
                    .entities(Entities.of(new DimensionId("geo"), List.of("Delhi")))
                    .build());
            tasks.add(plain.toBuilder()
                    .compare(REGISTRY.calendar().previousPeriod(plain.period()))
                    .build());
            tasks.add(plain.toBuilder()
                    .groupBy(List.of(new DimensionId("channel")))
                    .calculations(List.of(Calculation.of(Calculation.Kind.SHARE_OF_TOTAL, metric)))
                    .build());
            REGISTRY.dimensions().keySet().stream()
                    .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                    .forEach(dimension -> tasks.add(plain.toBuilder()
                            .groupBy(List.of(dimension))
                            .limit(5)
                            .build()));
        }
        return tasks;
    }

    private static Period october(@Nullable Grain grain) {
        return new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), INDIA, "last_month", grain);
    }

    private static PlanOutcome plan(CallContext call, TaskSpec task) {
        return PLANNER.plan(call, new PlanRequest(task, List.of()));
    }

    private static CallContext by(Role role) {
        var caller = new Caller("asha", List.of(role), List.of("*"), List.of(), List.of());
        return new CallContext(caller, new Deadline(Instant.now().plusSeconds(60)), "key");
    }
}
