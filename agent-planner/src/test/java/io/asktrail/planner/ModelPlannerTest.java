package io.asktrail.planner;

import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.model.ModelSettings;
import io.asktrail.model.RestingModel;
import io.asktrail.testkit.model.ChatServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model over HTTP that is good, broken, slow, hostile or cut off: it adds a plan that holds, or nothing. */
class ModelPlannerTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";
    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC);

    /** The days' shares of all spend in Delhi, of the three campaigns that cost most: the rules have no plan for it. */
    private static final TaskSpec SHARES_OF_THE_FIRST = task("spend")
            .groupBy(by("campaign"))
            .time(october(Grain.DAY))
            .entities(keep("geo", "Delhi"))
            .calculations(
                    List.of(Calculation.of(Kind.SHARE_OF_TOTAL, metrics("spend").getFirst())))
            .limit(3)
            .build();

    private static final String GOOD = """
        {"steps":[
         {"kind":"read","id":"rank1","tool":"amazon_ads_api.get_campaign_metrics","metrics":["spend"],
          "group_by":["campaign"],"period":"asked","only":null},
         {"kind":"work","id":"top1","left":"rank1","right":null,"work_out":[],"select":["spend"],"conditions":false,
          "calculations":false,"order":"first","fill":false,"within":null},
         {"kind":"read","id":"days1","tool":"amazon_ads_api.get_campaign_metrics","metrics":["spend"],
          "group_by":["date","campaign"],"period":"asked","only":null},
         {"kind":"work","id":"share1","left":"days1","right":null,"work_out":[],"select":["spend"],"conditions":false,
          "calculations":true,"order":"none","fill":true,"within":null},
         {"kind":"work","id":"shown1","left":"share1","right":null,"work_out":[],"select":["spend"],"conditions":false,
          "calculations":false,"order":"sorted","fill":false,"within":"top1"}],
         "table":"shown1"}
        """;

    private static final String LAST_STEP = """
        {"kind":"work","id":"shown1","left":"share1","right":null,"work_out":[],"select":["spend"],"conditions":false,
          "calculations":false\
        """;

    private final CountDownLatch released = new CountDownLatch(1);
    private ChatServer server = start();

    private static ChatServer start() {
        try {
            return new ChatServer();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void theRulesHaveNoPlan() {
        assertThat(Planned.outcomeOf(SHARES_OF_THE_FIRST)).isInstanceOf(PlanOutcome.Refused.class);
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.close();
    }

    private ModelSettings settings(URI url, Duration timeout, long maxTokens, int restAfter) {
        return new ModelSettings(
                url,
                "key",
                "test-model",
                timeout,
                1_500,
                maxTokens,
                new BigDecimal("2"),
                new BigDecimal("10"),
                restAfter,
                Duration.ofHours(1));
    }

    private ModelPlanner planner(ModelSettings settings) {
        return new ModelPlanner(
                () -> Planned.DEMO, RestingModel.of(settings), settings, new PlanGuard(NOVEMBER), Clock.systemUTC());
    }

    private ModelPlanner planner() {
        return planner(settings(server.url(), Duration.ofSeconds(20), 30_000, 3));
    }

    private static CallContext within(Duration time, Role role) {
        return new CallContext(
                new Caller("asha", List.of(role), List.of("*"), List.of(), List.of()),
                Deadline.in(time, Clock.systemUTC()),
                "test-1");
    }

    private static PlanOutcome plan(ModelPlanner planner, TaskSpec task) {
        return planner.plan(within(Duration.ofMinutes(2), Role.ADMIN), new PlanRequest(task, List.of()));
    }

    private static void assertRefusedAsByTheRules(PlanOutcome outcome, Cost cost) {
        var rules = (PlanOutcome.Refused) Planned.outcomeOf(SHARES_OF_THE_FIRST);
        assertThat(outcome).isEqualTo(new PlanOutcome.Refused(rules.code(), rules.reason(), rules.nearest(), cost));
    }

    private static Cost cost(int calls, long tokens, String money) {
        return new Cost(calls, tokens, new BigDecimal(money));
    }

    @Test
    void aGoodReplyBecomesAPlanWithTheConditionsAndDatesOfTheTask() {
        // Given
        server.thenSays(GOOD);

        // When
        var outcome = (PlanOutcome.Planned) plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        assertThat(lines(outcome.plan()))
                .containsExactly(
                        "rank1 = get_campaign_metrics; spend; by campaign; keep geo=[Delhi]; " + OCTOBER,
                        "top1 = rank1; show spend; order spend DESC, campaign ASC first 3",
                        "days1 = get_campaign_metrics; spend; by date, campaign/DAY; keep geo=[Delhi]; " + OCTOBER,
                        "share1 = days1; show spend; calculate SHARE_OF_TOTAL; fill " + OCTOBER,
                        "shown1 = share1; show spend; within top1; order date ASC, campaign ASC");
        assertThat(outcome.notes()).extracting(note -> note.code()).containsExactly("planned_by_model");
        // 1,000 tokens at 2 and 200 at 10 for a million.
        assertThat(outcome.cost()).isEqualTo(cost(1, 1_200, "0.004"));
    }

    @Test
    void everyRequestAsksForAFormThatStrictModeTakes() {
        // Given
        server.thenSays("{}").thenSays(GOOD);

        // When
        plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(ChatServer.faultsOfForm(request)).isEmpty();
            assertThat(request.get("model").asString()).isEqualTo("test-model");
            assertThat(request.get("max_completion_tokens").asInt()).isEqualTo(1_500);
            assertThat(request.at("/messages/0/role").asString()).isEqualTo("system");
            assertThat(request.at("/messages/1/role").asString()).isEqualTo("user");
        });
    }

    @Test
    void noValueAndNoDateOfTheTaskGoesOut() {
        // Given
        server.thenSays(GOOD);

        // When
        plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        var sent = server.requests().getFirst().toString();
        assertThat(sent).contains("conditions_on").doesNotContain("Delhi").doesNotContain("2025-10");
    }

    @Test
    void whatTheCallerMayNotSeeIsNoPartOfTheCatalogue() {
        // Given
        server.thenSays(GOOD);
        var closed =
                Planned.DEMO.accessOf(within(Duration.ofMinutes(1), Role.VIEWER).caller());
        var hidden = Planned.DEMO.metrics().keySet().stream()
                .filter(metric -> !closed.metrics().contains(metric))
                .toList();
        assertThat(hidden).isNotEmpty();

        // When
        planner().plan(within(Duration.ofMinutes(2), Role.VIEWER), new PlanRequest(SHARES_OF_THE_FIRST, List.of()));

        // Then
        var sent = server.requests().getFirst().at("/response_format").toString();
        assertThat(hidden).allSatisfy(metric -> assertThat(sent).doesNotContain("\"" + metric + "\""));
    }

    @Test
    void aFaultIsSaidAndMayBeMadeGood() {
        // Given
        server.thenSays(GOOD.replace("\"calculations\":true", "\"calculations\":false"))
                .thenSays(GOOD);

        // When
        var outcome = plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        assertThat(outcome.cost()).isEqualTo(cost(2, 2_400, "0.008"));
        assertThat(server.requests().get(1).at("/messages/1/content").asString())
                .contains("plan.nothing_dropped")
                .contains("share_of_total");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "I cannot do that.",
                "{\"steps\":[],\"table\":\"a\"}",
                "{\"steps\":null,\"table\":null}",
                "[".repeat(2_000),
                GOOD + GOOD,
                // More than the form allows: a condition, a limit and a query of its own.
                GOOD.replaceFirst("\"only\":null", "\"only\":null,\"entities\":{\"geo\":[\"Goa\"]}"),
                GOOD.replaceFirst("\"only\":null", "\"only\":null,\"limit\":1"),
                GOOD.replaceFirst("\"only\":null", "\"only\":null,\"sql\":\"drop table x\""),
                // Names that are not there, or not of their kind.
                GOOD.replace("get_campaign_metrics", "delete_campaigns"),
                GOOD.replace("amazon_ads_api.get_campaign_metrics", "compute.aggregate"),
                GOOD.replace("\"spend\"", "\"profit'; --\""),
                GOOD.replace("\"work_out\":[]", "\"work_out\":[\"spend\"]"),
                GOOD.replace("\"work_out\":[]", "\"work_out\":[\"nothing\"]"),
                GOOD.replace("\"period\":\"asked\"", "\"period\":\"compared\""),
                GOOD.replace("\"left\":\"rank1\"", "\"left\":\"shown1\""),
                GOOD.replace("\"only\":null}", "\"only\":\"shown1\"}"),
                GOOD.replace("\"left\":\"share1\"", "\"left\":null"),
                // Something that was asked for is missing, or something is there for show.
                GOOD.replace("\"within\":\"top1\"", "\"within\":null"),
                GOOD.replace("[\"date\",\"campaign\"]", "[\"date\"]"),
                GOOD.replace("\"table\":\"shown1\"", "\"table\":\"top1\""),
                GOOD.replace("\"order\":\"first\"", "\"order\":\"none\""),
                GOOD.replace("\"fill\":true", "\"fill\":false"),
                // A share of the first three is none of all.
                GOOD.replace("\"calculations\":true", "\"calculations\":false")
                        .replace(LAST_STEP, LAST_STEP.replace("\"calculations\":false", "\"calculations\":true")),
                GOOD.replace(
                        "\"group_by\":[\"date\",\"campaign\"],\"period\":\"asked\",\"only\":null",
                        "\"group_by\":[\"date\",\"campaign\"],\"period\":\"asked\",\"only\":\"top1\""));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingThatAModelSaysGetsPastTheRules(String reply) {
        // Given
        assertThat(reply).isNotEqualTo(GOOD);
        server.thenSays(reply);

        // When
        var outcome = plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        assertRefusedAsByTheRules(outcome, cost(3, 3_600, "0.012"));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aListOfFaultsIsShort() {
        // Given
        server.thenSays(GOOD.replace("\"spend\"", "\"" + "x".repeat(9_000) + "!\""));

        // When
        plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        var first = server.requests()
                .getFirst()
                .at("/messages/1/content")
                .asString()
                .length();
        assertThat(server.requests()
                        .getLast()
                        .at("/messages/1/content")
                        .asString()
                        .length())
                .isLessThan(first + 6 * 260);
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "content_filter"})
    void aReplyThatWasCutOffOrHeldBackIsNoPlan(String finish) {
        // Given
        server.thenSends(
                200, ChatServer.completion(finish.equals("length") ? GOOD.substring(0, 300) : "", finish, 1_000, 200));

        // When
        var outcome = plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        assertRefusedAsByTheRules(outcome, cost(3, 3_600, "0.012"));
    }

    @Test
    void aReplyThatWasCutOffIsNotTakenEvenIfItCouldBeRead() {
        // Given
        server.thenSends(200, ChatServer.completion(GOOD, "length", 1_000, 200));

        // When
        var outcome = plan(planner(), SHARES_OF_THE_FIRST);

        // Then
        assertRefusedAsByTheRules(outcome, cost(3, 3_600, "0.012"));
        assertThat(server.requests().get(1).toString()).contains("cut off");
    }

    static Stream<ChatServer> notThere() {
        return Stream.of(
                start().thenSends(500, "{\"error\":{\"message\":\"overloaded\"}}"),
                start().thenSends(429, "{\"error\":{\"message\":\"slow down\"}}"),
                start().thenSends(401, "{\"error\":{\"message\":\"who are you\"}}"),
                start().thenSends(200, "<html>welcome</html>"),
                start().thenSends(200, "{\"choices\":[]}"),
                start().then(exchange -> exchange.close()),
                start().then(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    var part = "x".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    for (var i = 0; i < 200; i++) {
                        exchange.getResponseBody().write(part);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("notThere")
    void aServiceThatIsNotThereIsAskedOnceAndTheRefusalStands(ChatServer broken) {
        try (broken) {
            // When
            var outcome = plan(planner(settings(broken.url(), Duration.ofSeconds(20), 30_000, 3)), SHARES_OF_THE_FIRST);

            // Then
            assertRefusedAsByTheRules(outcome, cost(1, 0, "0"));
            assertThat(broken.requests()).hasSize(1);
        }
    }

    @Test
    void aServiceThatIsDownChangesNothing() {
        // Given
        var url = server.url();
        server.close();

        // When
        var outcome = plan(planner(settings(url, Duration.ofSeconds(20), 30_000, 3)), SHARES_OF_THE_FIRST);

        // Then
        assertRefusedAsByTheRules(outcome, cost(1, 0, "0"));
    }

    @Test
    void nobodyWaitsLongerThanTheTimeoutForAServiceThatDrips() {
        // Given: a byte now and then, for ever
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!released.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        // When
        var outcome = plan(planner(settings(server.url(), Duration.ofMillis(300), 30_000, 3)), SHARES_OF_THE_FIRST);

        // Then: the test ends at all
        assertRefusedAsByTheRules(outcome, cost(1, 0, "0"));
    }

    @Test
    void aQuestionWithoutTimeLeftIsNotAsked() {
        // Given
        server.thenSays(GOOD);

        // When
        var outcome = planner()
                .plan(within(Duration.ofMillis(500), Role.ADMIN), new PlanRequest(SHARES_OF_THE_FIRST, List.of()));

        // Then
        assertRefusedAsByTheRules(outcome, Cost.NONE);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAlone() {
        // Given
        server.thenSends(500, "{}");
        var planner = planner(settings(server.url(), Duration.ofSeconds(20), 30_000, 2));

        // When
        var outcomes = Stream.generate(() -> plan(planner, SHARES_OF_THE_FIRST))
                .limit(4)
                .toList();

        // Then
        assertThat(server.requests()).hasSize(2);
        assertRefusedAsByTheRules(outcomes.getLast(), Cost.NONE);
    }

    @Test
    void aServiceThatFailsNowAndThenIsAskedAgain() {
        // Given: two failures in a row, and it is left alone
        server.thenSends(500, "{}").thenSays(GOOD).thenSends(500, "{}").thenSays(GOOD);
        var planner = planner(settings(server.url(), Duration.ofSeconds(20), 30_000, 2));

        // When
        var outcomes = Stream.generate(() -> plan(planner, SHARES_OF_THE_FIRST))
                .limit(4)
                .toList();

        // Then
        assertThat(server.requests()).hasSize(4);
        assertThat(outcomes.getLast()).isInstanceOf(PlanOutcome.Planned.class);
    }

    @Test
    void whatATaskMayCostIsNotExceededByAnotherTry() {
        // Given
        server.thenSays("no");

        // When
        var outcome = plan(planner(settings(server.url(), Duration.ofSeconds(20), 1_200, 3)), SHARES_OF_THE_FIRST);

        // Then
        assertRefusedAsByTheRules(outcome, cost(1, 1_200, "0.004"));
    }

    static Stream<PlanRequest> notForAModel() {
        var scoped = SHARES_OF_THE_FIRST.toBuilder()
                .scopes(List.of(new Scope(metrics("spend"), keep("channel", "SB"))))
                .build();
        var forecast = task("spend")
                .calculations(
                        List.of(Calculation.of(Kind.FORECAST, metrics("spend").getFirst())))
                .build();
        return Stream.of(
                new PlanRequest(task("roas").build(), List.of()),
                new PlanRequest(SHARES_OF_THE_FIRST, List.of("plan.cost: too long")),
                new PlanRequest(scoped, List.of()),
                new PlanRequest(forecast, List.of()));
    }

    @ParameterizedTest
    @MethodSource("notForAModel")
    void whatTheRulesPlanOrKnowToBeImpossibleIsTheirs(PlanRequest request) {
        // Given
        server.thenSays(GOOD);

        // When
        var outcome = planner().plan(within(Duration.ofMinutes(1), Role.ADMIN), request);

        // Then
        assertThat(outcome).isEqualTo(Planned.outcomeOf(request.task()));
        assertThat(server.requests()).isEmpty();
    }
}
