package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleRouterTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final DimensionId CITY = new DimensionId("city");
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");

    private final VocabularyStore vocabulary = store();
    private final RuleRouter router = new RuleRouter(vocabulary);

    private static VocabularyStore store() {
        var loaded = RegistryLoader.load(RegistryLocation.bundled("demo"));
        return new VocabularyStore(() -> loaded);
    }

    private Reading read(String text, Role role, String... regions) {
        var call = Cases.call(role, List.of(regions));
        return router.interpret(call, new Question(text, TODAY, Cases.ZONE, Memory.EMPTY));
    }

    private TaskSpec task(String text) {
        var reading = read(text, Role.ANALYST, "*");
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).task();
    }

    @Test
    void keepsNamesOutsideTheCallersRegionsAsUnknownAsOnesThatDoNotExist() {
        // Given
        vocabulary.feed(Map.of(CITY, List.of(new Value("Pune", List.of(), List.of("Maharashtra")))));

        // When
        var hidden = read("orders in Pune last week", Role.ANALYST, "Delhi");
        var missing = read("orders in Qune last week", Role.ANALYST, "Delhi");

        // Then
        assertThat(hidden)
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.reason()).isEqualTo("I do not know what 'Pune' means here."));
        assertThat(missing)
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.reason()).isEqualTo("I do not know what 'Qune' means here."));
        assertThat(read("orders in Pune last week", Role.ANALYST, "Maharashtra"))
                .isInstanceOf(Reading.Understood.class);
    }

    @Test
    void saysThatAMetricMayNotBeSeen() {
        var reading = read("cogs last month", Role.VIEWER, "*");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.OutOfScope.class,
                        refused -> assertThat(refused.reason()).contains("may not see"));
    }

    @Test
    void findsFedNamesByTheirWordsWithMistakes() {
        vocabulary.feed(Map.of(
                CAMPAIGN,
                List.of(
                        new Value("SP Monsoon Raincoats 2025", List.of(), List.of()),
                        new Value("SB Winter Jackets", List.of(), List.of()))));

        assertThat(task("spend for campaign monsoon raincotas last week")
                        .entities()
                        .valuesOf(CAMPAIGN))
                .containsExactly("SP Monsoon Raincoats 2025");
        assertThat(task("clicks of SB Winter Jackets in July").entities().valuesOf(CAMPAIGN))
                .containsExactly("SB Winter Jackets");
    }

    @Test
    void offersTheCandidatesOfAPartialName() {
        vocabulary.feed(Map.of(
                CAMPAIGN,
                List.of(
                        new Value("Monsoon Raincoats", List.of(), List.of()),
                        new Value("Monsoon Umbrellas", List.of(), List.of()))));

        var reading = read("spend for campaign monsoon last week", Role.ANALYST, "*");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.clarification().options())
                                .extracting(option -> option.task().entities().valuesOf(CAMPAIGN))
                                .containsExactlyInAnyOrder(List.of("Monsoon Raincoats"), List.of("Monsoon Umbrellas")));
    }

    @Test
    void pointsEveryPartAtItsWords() {
        var question = "top 5 products by net sales in Delhi last month";

        var reading = (Reading.Understood) read(question, Role.ANALYST, "*");

        assertThat(reading.spans())
                .allSatisfy(span ->
                        assertThat(question.substring(span.from(), span.to())).isEqualTo(span.text()));
        assertThat(reading.spans())
                .extracting(span -> span.role() + "=" + span.id())
                .contains("limit=5", "dimension=product", "metric=net_sales", "entity=Delhi", "time=last_month");
    }

    @Test
    void takesTheAnswerToAQuestionBack() {
        var asked = (Reading.Unclear) read("profit in July", Role.ANALYST, "*");
        var memory = new Memory(null, asked.clarification(), List.of("profit in July"));
        var call = Cases.call(Role.ANALYST, List.of("*"));

        var second = router.interpret(call, new Question("the second", TODAY, Cases.ZONE, memory));

        assertThat(second)
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.task())
                                .isEqualTo(
                                        asked.clarification().options().get(1).task()));
    }

    static Stream<String> naughty() {
        return Stream.of(
                "",
                "   ",
                "\0",
                "💥🔥👩‍👩‍👧‍👦",
                "مرحبا كيف المبيعات",
                "' OR 1=1; --",
                "<script>alert(1)</script>",
                "𝕤𝕡𝕖𝕟𝕕",
                "orders ".repeat(280),
                "9".repeat(1900),
                "%".repeat(1900),
                "x".repeat(100_000),
                "🙂".repeat(900),
                "last last last week week",
                "top top top 5 5 5",
                "vs vs vs",
                "except",
                "between and",
                "orders in 99999999999999999999",
                "\u202Eorders\u202C",
                "top 0 products by spend",
                "last 0 days orders",
                "spend > > 5",
                "1/2/3/4/5/6",
                "Q0 H0 W0 FY",
                "spend over 1e309",
                "last 999999 days of spend",
                "orders in 0000",
                "-",
                "2025-13-45 orders",
                "a'b'c'd",
                "İstanbul ıı");
    }

    @ParameterizedTest
    @MethodSource("naughty")
    void answersAnyStringWithoutAnException(String text) {
        assertThatCode(() -> read(text, Role.ANALYST, "*")).doesNotThrowAnyException();
    }

    @Test
    void findsOneNameAmongAHundredThousand() {
        // Given a hundred thousand campaigns
        var many = new ArrayList<Value>();
        IntStream.range(0, 100_000)
                .forEach(n -> many.add(new Value("Campaign %d Tier%d".formatted(n, n % 97), List.of(), List.of())));
        vocabulary.feed(Map.of(CAMPAIGN, many));

        // When
        var reading = read("spend of Campaign 4711 Tier55 last week by channel", Role.ANALYST, "*");

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.task().entities().valuesOf(CAMPAIGN))
                                .containsExactly("Campaign 4711 Tier55"));
    }
}
