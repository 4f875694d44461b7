package io.asktrail.orchestrator.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Many years of several sources: too much, unless it is known that they hold a few months. */
class PlanningTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final LocalDate END = LocalDate.of(2025, 10, 31);

    private static final CallContext ADMIN = new CallContext(
            new Caller("t", List.of(Role.ADMIN), List.of("*"), List.of(), List.of()),
            Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()),
            "key");

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsHeldDecidesWhatAPlanCosts() {
        // When
        var planned = plan(years(3), held(90));

        // Then
        assertThat(planned).isInstanceOf(PlannedTask.Ready.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aPlanThatReadsTooMuchOfWhatIsHeldIsStopped() {
        // When
        var planned = plan(years(3), held(3 * 365));

        // Then
        assertThat(planned)
                .isInstanceOfSatisfying(
                        PlannedTask.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(PlanGuard.COST));
    }

    @Test
    void aPlanThatIsStoppedIsToldInHindiAndStandsInTheTrailInEnglish() {
        // When: twelve fetches of the 1,095 days that are held
        var planned = plan(years(3), held(3 * 365), ADMIN.in(Language.HINDI));

        // Then
        assertThat(planned).isInstanceOfSatisfying(PlannedTask.Refused.class, refused -> {
            assertThat(refused.reason())
                    .isEqualTo(
                            "इसके लिए 13140 दिनों की पंक्तियाँ पढ़नी पड़तीं: एक प्रश्न के लिए अधिकतम 12000 पढ़ी जाती हैं।"
                                    + " छोटी अवधि पूछें, या कम आँकड़े।");
            assertThat(refused.verdicts())
                    .filteredOn(verdict -> !verdict.passed())
                    .extracting(RuleVerdict::reason)
                    .containsExactly(
                            "The plan reads 13140 days of rows: at most 12000 are read for a question. Ask for a"
                                    + " shorter period, or for fewer numbers.");
        });
    }

    @Test
    void whatARoleMayNotSeeIsToldInTheLanguageOfTheCall() {
        // Given
        var viewer = new CallContext(
                new Caller("v", List.of(Role.VIEWER), List.of("*"), List.of(), List.of()),
                ADMIN.deadline(),
                "key",
                Language.HINDI);
        var profit = years(1).toBuilder()
                .metrics(List.of(new MetricId("gross_profit")))
                .build();

        // When
        var planned = plan(profit, held(90), viewer);

        // Then
        assertThat(planned).isInstanceOfSatisfying(PlannedTask.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
            assertThat(refused.reason())
                    .isEqualTo(
                            "सकल लाभ देखने का अधिकार आपकी भूमिका को नहीं है: प्रशासक से माँगें, या इसके बिना पूछें।");
        });
    }

    @Test
    void whoDoesNotSayWhatItHoldsIsTakenToHoldEverything() {
        // When
        var planned = plan(years(3), () -> {
            throw new SuiteException(ErrorCode.AGENT_DOWN, "It is down.");
        });

        // Then
        assertThat(planned)
                .isInstanceOfSatisfying(
                        PlannedTask.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(PlanGuard.COST));
    }

    @Test
    void nobodyIsAskedWhereItMakesNoDifference() {
        // When
        var planned = plan(years(1), held(90));

        // Then
        assertThat(planned).isInstanceOf(PlannedTask.Ready.class);
        assertThat(asked).hasValue(0);
    }

    private interface Held {
        List<Freshness> freshness();
    }

    private static Held held(int days) {
        return () -> REGISTRY.tables().values().stream()
                .map(table -> new Freshness(table.title(), END.minusDays(days - 1L), END, null, null))
                .toList();
    }

    private PlannedTask plan(TaskSpec task, Held held) {
        return plan(task, held, ADMIN);
    }

    private PlannedTask plan(TaskSpec task, Held held, CallContext call) {
        var planning = new Planning(
                (_, request) -> new PlanOutcome.Planned(plan(request.task()), List.of()),
                new PlanGuard(),
                List.of(agent(held)));
        return planning.plan(call, task, REGISTRY);
    }

    private static TaskSpec years(int years) {
        return TaskSpec.query(
                        List.of(new MetricId("spend")),
                        new Period(END.minusYears(years).plusDays(1), END, ZoneId.of("Asia/Kolkata"), null, null))
                .groupBy(List.of(new DimensionId("channel")))
                .build();
    }

    /** As many fetches of the whole period as make it too much where nothing is known. */
    private static Plan plan(TaskSpec task) {
        var steps = new ArrayList<String>();
        for (var i = 1; i <= 12; i++) {
            steps.add("""
                {"id":"ads%d","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
                 "group_by":["channel"],"date_range":"%s..%s","tz":"Asia/Kolkata"}}\
                """.formatted(i, task.period().start(), task.period().end()));
        }
        return JsonMapper.shared().readValue("""
            {"steps":[%s],"outputs":{"table":"ads1","narrative":true}}\
            """.formatted(String.join(",", steps)), Plan.class);
    }

    private AdsAgent agent(Held held) {
        return new AdsAgent() {
            @Override
            public StepResult fetch(CallContext call, FetchRequest request) {
                throw new IllegalStateException("nothing is run");
            }

            @Override
            public ValueFeed values(CallContext call, ValueRequest request) {
                return new ValueFeed(request.dimension(), List.of(), true);
            }

            @Override
            public List<Freshness> freshness(CallContext call) {
                asked.incrementAndGet();
                return held.freshness();
            }
        };
    }
}
