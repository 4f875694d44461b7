package io.asktrail.planner.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.model.ModelSettings;
import io.asktrail.model.RestingModel;
import io.asktrail.planner.RulePlanner;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.testkit.model.ChatServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A model over HTTP that names what to look at next, well or badly: nothing but what is looked at depends on it. */
class ModelLooksTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final TaskSpec WHY = new TaskSpec.Builder(
                    Intent.DIAGNOSTICS,
                    List.of(new MetricId("spend")),
                    new Period(
                            LocalDate.of(2025, 10, 1),
                            LocalDate.of(2025, 10, 31),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .diagnosis(new Diagnosis(Diagnosis.Kind.CHANGE))
            .entities(new Entities(new TreeMap<>(Map.of(new DimensionId("brand"), List.of("Secretbrand")))))
            .build();

    private final PlaybookPlanner playbooks = new PlaybookPlanner(() -> REGISTRY, new RulePlanner(() -> REGISTRY));
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
    void thePlaybookWouldLookAtAllParts() {
        assertThat(names(playbooks.next(within(Duration.ofMinutes(1)), seen(whole()))))
                .contains("channel", "geo", "campaign");
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.close();
    }

    @Test
    void looksAtWhatTheModelNamesInItsOrder() {
        // Given
        server.thenSays(reply("Campaigns can be acted on.", false, "campaign", "channel"));

        // When
        var next = next(seen(whole()));

        // Then
        assertThat(names(next)).containsExactly("campaign", "channel");
        assertThat(next)
                .isInstanceOfSatisfying(
                        NextLook.Look.class,
                        look -> assertThat(look.thought()).isEqualTo("Campaigns can be acted on."));
        // 1,000 tokens at 2 and 200 at 10 for a million.
        assertThat(next.cost()).isEqualTo(new Cost(1, 1_200, new BigDecimal("0.004")));
    }

    @Test
    void endsWhenTheModelHasSeenEnough() {
        // Given
        server.thenSays(reply("Nothing more to see.", true));

        // When
        var next = next(seen(whole(), by("campaign", "9", "1")));

        // Then
        assertThat(next).isInstanceOf(NextLook.Conclude.class);
    }

    @Test
    void looksAtTheWholeFirstWithoutAskingTheModel() {
        // Given
        server.thenSays(reply("Campaigns.", false, "campaign"));

        // When
        var next = next(new NextRequest(WHY, List.of()));

        // Then
        assertThat(next)
                .isInstanceOfSatisfying(
                        NextLook.Look.class,
                        look -> assertThat(look.looks().getFirst().groupBy()).isEmpty());
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I would look at the campaigns.",
                "{}",
                "{\"thought\":\"x\",\"done\":false,\"looks\":[\"shoe_size\"]}",
                "{\"thought\":\"x\",\"done\":false,\"looks\":[]}",
                "{\"thought\":\"x\",\"done\":true,\"looks\":[\"geo\"]}",
                "{\"thought\":\"x\",\"done\":true,\"looks\":[]}",
                "{\"thought\":\"x\",\"done\":false,\"looks\":[null]}",
                "{\"thought\":\"x\",\"done\":false,\"looks\":null}",
                "{\"thought\":\"x\",\"done\":false,\"looks\":[\"geo\"],\"limit\":5}",
                "{\"thought\":\"x\",\"done\":false,\"looks\":[\"geo\",\"campaign\",\"product\",\"channel\",\"category\"]}"
            })
    void nonsenseIsSaidTwiceAndThenThePlaybookGoesOn(String nonsense) {
        // Given
        server.thenSays(nonsense);

        // When
        var next = next(seen(whole()));

        // Then
        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().get(1).toString()).contains("what_was_wrong_with_your_last_reply");
        assertAsByPlaybook(next);
        assertThat(next.cost().modelCalls()).isEqualTo(3);
    }

    @Test
    void aReplyThatIsRightAtTheSecondTryHolds() {
        // Given
        server.thenSays("nonsense").thenSays(reply("Regions.", false, "geo"));

        // When
        var next = next(seen(whole()));

        // Then
        assertThat(names(next)).containsExactly("geo");
        assertThat(next.cost().modelCalls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 429, 500, 503})
    void aModelThatIsDownLeavesItToThePlaybook(int status) {
        // Given
        server.thenSends(status, "{\"error\":{\"message\":\"no\"}}");

        // When
        var next = next(seen(whole()));

        // Then
        assertAsByPlaybook(next);
    }

    @Test
    void aModelThatIsSlowLeavesItToThePlaybook() {
        // Given
        server.then(_ -> {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        // When
        var next = looks(settings(Duration.ofMillis(300))).next(within(Duration.ofMinutes(1)), seen(whole()));

        // Then
        assertAsByPlaybook(next);
    }

    @Test
    void isNotAskedWhenThereIsNoTimeLeftForIt() {
        // Given
        server.thenSays(reply("Regions.", false, "geo"));

        // When
        var next = looks(settings(Duration.ofSeconds(20))).next(within(Duration.ofSeconds(2)), seen(whole()));

        // Then
        assertThat(server.requests()).isEmpty();
        assertAsByPlaybook(next);
    }

    @ParameterizedTest
    @CsvSource({"Spend rose by 40 percent., Which parts moved with it?", "<b>Look</b>, Which parts moved with it?"})
    void aThoughtWithAFigureOrMarkupIsNotRepeated(String said, String thought) {
        // Given
        server.thenSays(reply(said, false, "geo"));

        // When
        var next = (NextLook.Look) next(seen(whole()));

        // Then
        assertThat(next.thought()).isEqualTo(thought);
        assertThat(names(next)).containsExactly("geo");
    }

    @Test
    void isToldHowPartsMovedAndNoNameValueOrDate() {
        // Given
        server.thenSays(reply("Regions.", false, "geo"));

        // When
        next(seen(whole(), by("campaign", "90", "4", "-3"), by("channel", "5", "5", "-6")));

        // Then
        var request = server.requests().getFirst();
        assertThat(ChatServer.faultsOfForm(request)).isEmpty();
        var told =
                JsonMapper.shared().readTree(request.at("/messages/1/content").asString());
        assertThat(told.at("/looked_at").toString())
                .isEqualTo("[{\"by\":\"campaign\",\"parts\":3,\"change\":\"in few parts\"},"
                        + "{\"by\":\"channel\",\"parts\":3,\"change\":\"spread\"}]");
        assertThat(told.at("/conditions_on").toString()).isEqualTo("[\"brand\"]");
        assertThat(told.at("/open").toString()).contains("\"geo\"").doesNotContain("\"campaign\"");
        assertThat(request.toString())
                .doesNotContain("Secretbrand")
                .doesNotContain("2025")
                .doesNotContain("member0");
    }

    private void assertAsByPlaybook(NextLook next) {
        var byPlaybook = (NextLook.Look) playbooks.next(within(Duration.ofMinutes(1)), seen(whole()));
        assertThat(next).isEqualTo(new NextLook.Look(byPlaybook.thought(), byPlaybook.looks(), next.cost()));
    }

    private NextLook next(NextRequest request) {
        return looks(settings(Duration.ofSeconds(20))).next(within(Duration.ofMinutes(2)), request);
    }

    private ModelLooks looks(ModelSettings settings) {
        return new ModelLooks(playbooks, () -> REGISTRY, RestingModel.of(settings), settings, Clock.systemUTC());
    }

    private ModelSettings settings(Duration timeout) {
        var url = URI.create(server.url().toString());
        return new ModelSettings(
                url,
                "key",
                "test-model",
                timeout,
                500,
                30_000,
                new BigDecimal("2"),
                new BigDecimal("10"),
                10,
                Duration.ofHours(1));
    }

    private static CallContext within(Duration time) {
        return new CallContext(
                new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of()),
                Deadline.in(time, Clock.systemUTC()),
                "key");
    }

    private static String reply(String thought, boolean done, String... looks) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("thought", thought, "done", done, "looks", List.of(looks)));
    }

    private static List<String> names(NextLook next) {
        return ((NextLook.Look) next).looks().stream().map(LookReply::by).toList();
    }

    private NextRequest seen(Observation... seen) {
        var all = new ArrayList<>(List.of(seen));
        all.add(swing());
        return new NextRequest(WHY, all);
    }

    // How such numbers swing is looked at before any part, and by no model.
    private Observation swing() {
        var next = playbooks.next(within(Duration.ofMinutes(1)), new NextRequest(WHY, List.of(whole())));
        return observed(((NextLook.Look) next).looks().getFirst(), "1");
    }

    private Observation whole() {
        var look = ((NextLook.Look) playbooks.next(within(Duration.ofMinutes(1)), new NextRequest(WHY, List.of())))
                .looks()
                .getFirst();
        return observed(look, "12.5");
    }

    private Observation by(String dimension, String... changes) {
        var look = whole().look().toBuilder()
                .metrics(WHY.metrics())
                .groupBy(List.of(new DimensionId(dimension)))
                .build();
        return observed(look, changes);
    }

    private static Observation observed(TaskSpec look, String... changes) {
        var rows = new ArrayList<List<@Nullable Object>>();
        Arrays.stream(changes).forEach(change -> rows.add(List.of("member" + rows.size(), new BigDecimal(change))));
        var table = new Table(
                List.of(
                        new Column("member", "Member", ColumnType.TEXT, null),
                        new Column("spend.change", "Change", ColumnType.NUMBER, null)),
                rows);
        return new Observation(
                look, new StepResult.Rows(table, rows.size(), false, null, List.of(), null, List.of(), 0));
    }
}
