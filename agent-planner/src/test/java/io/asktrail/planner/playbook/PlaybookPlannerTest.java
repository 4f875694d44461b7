package io.asktrail.planner.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.RulePlanner;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaybookPlannerTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final CallContext ANALYST = new CallContext(
            new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of()),
            Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()),
            "key");

    private final PlaybookPlanner planner = new PlaybookPlanner(() -> REGISTRY, new RulePlanner(() -> REGISTRY));

    @Test
    void looksAtTheWholeFirstAgainstTheDaysBefore() {
        // When
        var looks = looks(why("net_sales").build());

        // Then
        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.intent()).isEqualTo(Intent.ANALYTICS_QUERY);
            assertThat(look.groupBy()).isEmpty();
            assertThat(look.compare())
                    .isEqualTo(new Comparison(
                            Comparison.Kind.PREVIOUS_PERIOD, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30)));
        });
    }

    @Test
    void looksAtEachDimensionOfTheMetricNext() {
        // Given
        var task = why("spend").build();
        var whole = looks(task).getFirst();

        // When
        var looks = looks(task, seen(whole, "12.5"), swing(task, whole));

        // Then: spend has these; it has neither a city nor a kind of customer
        assertThat(looks)
                .extracting(look -> look.groupBy().getFirst().value())
                .contains("channel", "geo", "campaign", "product", "category")
                .doesNotContain("city", "customer_type", "date");
    }

    @Test
    void concludesWhenEverythingWasLookedAt() {
        // Given
        var task = why("spend").build();
        var whole = looks(task).getFirst();
        var all = new ArrayList<Observation>();
        all.add(seen(whole, "12.5"));
        all.add(swing(task, whole));
        looks(task, all.getFirst(), all.getLast()).forEach(look -> all.add(seen(look, "1")));

        // When
        var next = planner.next(ANALYST, new NextRequest(task, all));

        // Then
        assertThat(next).isInstanceOf(NextLook.Conclude.class);
    }

    @Test
    void concludesAtOnceWhenNothingChanged() {
        // Given
        var task = why("spend").build();

        // When
        var next = planner.next(
                ANALYST, new NextRequest(task, List.of(seen(looks(task).getFirst(), "0"))));

        // Then
        assertThat(next)
                .isInstanceOfSatisfying(
                        NextLook.Conclude.class,
                        conclude -> assertThat(conclude.thought()).contains("Nothing changed"));
    }

    @Test
    void concludesWhenTheWholeCouldNotBeSeen() {
        // Given
        var task = why("spend").build();
        var gone = new Observation(
                looks(task).getFirst(), new StepResult.Missing(ErrorCode.SOURCE_DOWN, "The ads store is down."));

        // When
        var next = planner.next(ANALYST, new NextRequest(task, List.of(gone)));

        // Then
        assertThat(next).isInstanceOf(NextLook.Conclude.class);
    }

    @Test
    void doesNotSplitByWhatIsOneValueAlready() {
        // Given
        var task = why("spend")
                .entities(new Entities(new java.util.TreeMap<>(Map.of(new DimensionId("channel"), List.of("SB")))))
                .build();

        // When
        var whole = looks(task).getFirst();
        var looks = looks(task, seen(whole, "3"), swing(task, whole));

        // Then
        assertThat(looks).noneMatch(look -> look.groupBy().contains(new DimensionId("channel")));
        assertThat(looks).allMatch(look -> look.entities().equals(task.entities()));
    }

    @Test
    void looksAtAnAccountsNumbersDaysAndBudgets() {
        // Given
        var task = why().diagnosis(new Diagnosis(Diagnosis.Kind.HEALTH)).build();

        // When
        var numbers = looks(task).getFirst();
        var days = looks(task, seen(numbers, "3")).getFirst();
        var budgets = looks(task, seen(numbers, "3"), seen(days, "3")).getFirst();

        // Then
        assertThat(numbers.compare()).isNotNull();
        assertThat(numbers.metrics()).extracting(MetricId::value).contains("spend", "roas", "acos", "net_sales");
        assertThat(days.period().start()).isEqualTo(task.period().start().minusDays(84));
        assertThat(days.groupBy()).containsExactly(TaskSpec.DATE);
        assertThat(budgets.metrics()).extracting(MetricId::value).containsExactly("spend", "budget");
        assertThat(budgets.groupBy()).contains(new DimensionId("campaign"));
    }

    @Test
    void looksAtSearchTermsTheirCampaignsTheBrandsAndTheBudgets() {
        // Given
        var task = why().diagnosis(new Diagnosis(Diagnosis.Kind.SEARCH_TERMS)).build();

        // When
        var terms = looks(task).getFirst();
        var campaigns = looks(task, seen(terms, "3")).getFirst();
        var brands = looks(task, seen(terms, "3"), seen(campaigns, "3")).getFirst();
        var budgets = looks(task, seen(terms, "3"), seen(campaigns, "3"), seen(brands, "3"))
                .getFirst();

        // Then
        assertThat(List.of(terms, campaigns, brands, budgets))
                .extracting(
                        look -> look.groupBy().stream().map(DimensionId::value).toList())
                .containsExactly(
                        List.of("search_term"),
                        List.of("search_term", "campaign"),
                        List.of("brand"),
                        List.of("campaign", "date"));
    }

    @Test
    void looksAtWhatLeadsToTheNumberToo() {
        // When
        var whole = looks(why("spend").build()).getFirst();

        // Then
        assertThat(whole.metrics()).extracting(MetricId::value).containsExactly("spend", "impressions", "clicks");
    }

    @Test
    void looksAtBothSidesOfARatioInEachPart() {
        // Given
        var task = why("cpc").build();
        var whole = looks(task).getFirst();

        // When
        var looks = looks(task, seen(whole, "3"), swing(task, whole));

        // Then
        assertThat(looks)
                .isNotEmpty()
                .allSatisfy(look -> assertThat(look.metrics())
                        .extracting(MetricId::value)
                        .containsExactly("cpc", "clicks", "spend"));
    }

    @Test
    void looksBackNineStretchesToSeeHowItSwings() {
        // Given
        var task = why("spend").build();
        var whole = looks(task).getFirst();

        // When
        var swing = swing(task, whole).look();

        // Then: 9 x 31 days before 1 September
        assertThat(swing.period().start()).isEqualTo(LocalDate.of(2024, 11, 26));
        assertThat(swing.groupBy()).containsExactly(TaskSpec.DATE);
        assertThat(swing.compare()).isNull();
    }

    @Test
    void looksAtNoPartsOfARatioOfWhatDoesNotAddUp() {
        // Given: net sales per order; orders count once in several products
        var task = why("aov").build();
        var whole = looks(task).getFirst();

        // When
        var next = planner.next(ANALYST, new NextRequest(task, List.of(seen(whole, "3"))));

        // Then: its steps are told from the whole
        assertThat(whole.metrics())
                .extracting(MetricId::value)
                .containsExactly("aov", "orders", "units", "gross_sales", "net_sales");
        assertThat(next).isInstanceOf(NextLook.Conclude.class);
    }

    @Test
    void looksForAnomaliesInWhatMattersWhereNothingIsNamed() {
        // When
        var look = looks(find(Diagnosis.Kind.ANOMALY).build()).getFirst();

        // Then: twelve weeks before October too
        assertThat(look.metrics())
                .extracting(MetricId::value)
                .containsExactly("spend", "attributed_sales", "net_sales", "orders", "refunds");
        assertThat(look.period().start()).isEqualTo(LocalDate.of(2025, 7, 9));
        assertThat(look.groupBy()).containsExactly(TaskSpec.DATE);
    }

    @Test
    void looksForAnomaliesByWhatWasAskedAndByNothingElse() {
        // Given
        var task = find(Diagnosis.Kind.ANOMALY, "clicks")
                .groupBy(List.of(new DimensionId("geo")))
                .build();
        var all = new ArrayList<Observation>();

        // When
        var groups = new ArrayList<List<DimensionId>>();
        while (planner.next(ANALYST, new NextRequest(task, all)) instanceof NextLook.Look look) {
            look.looks().forEach(one -> {
                groups.add(one.groupBy());
                all.add(seen(one, "1"));
            });
        }

        // Then
        assertThat(groups).containsExactly(List.of(TaskSpec.DATE), List.of(new DimensionId("geo"), TaskSpec.DATE));
    }

    @Test
    void looksForWasteInSearchTermsWithoutAnOrder() {
        // Given
        var task = find(Diagnosis.Kind.WASTE).build();
        var whole = looks(task).getFirst();

        // When
        var look = looks(task, seen(whole, "1")).getFirst();

        // Then
        assertThat(whole.groupBy()).isEmpty();
        assertThat(look.groupBy()).containsExactly(new DimensionId("search_term"));
        assertThat(look.filters())
                .singleElement()
                .satisfies(filter ->
                        assertThat(filter.field().value() + filter.op()).isEqualTo("attributed_ordersEQ"));
    }

    @Test
    void looksAtBothSidesOfAReconciliationByCampaign() {
        // When
        var look = looks(find(Diagnosis.Kind.RECONCILIATION).build()).getFirst();

        // Then
        assertThat(look.groupBy()).containsExactly(new DimensionId("campaign"));
        assertThat(look.metrics())
                .extracting(MetricId::value)
                .containsExactly("attributed_sales", "gross_sales", "refunds");
    }

    @Test
    void pacesNothingButMoney() {
        // When
        var next = planner.next(
                ANALYST, new NextRequest(find(Diagnosis.Kind.PACING, "clicks").build(), List.of()));

        // Then
        assertThat(next)
                .isInstanceOfSatisfying(
                        NextLook.Refused.class,
                        refused -> assertThat(refused.nearest())
                                .singleElement()
                                .satisfies(task -> assertThat(task.metrics())
                                        .extracting(MetricId::value)
                                        .containsExactly("spend", "budget")));
    }

    @Test
    void refusesSeveralNumbersAtOnceAndOffersEach() {
        // When
        var next = planner.next(ANALYST, new NextRequest(why("spend", "clicks").build(), List.of()));

        // Then
        assertThat(next)
                .isInstanceOfSatisfying(
                        NextLook.Refused.class,
                        refused -> assertThat(refused.nearest()).hasSize(2));
    }

    private Observation swing(TaskSpec task, TaskSpec whole) {
        return seen(looks(task, seen(whole, "12.5")).getFirst(), "1");
    }

    @Test
    void looksAtTheWholeWithoutWhatOnlyShapesAnAnswer() {
        // Given
        var august = new Comparison(Comparison.Kind.EXPLICIT, LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31));
        var task = why("spend")
                .groupBy(List.of(new DimensionId("channel")))
                .orderBy(List.of(new Ordering(new FieldId("spend"), Direction.DESC)))
                .calculations(List.of(Calculation.of(Calculation.Kind.RANK, new MetricId("spend"))))
                .limit(5)
                .compare(august)
                .build();

        // Then
        assertThat(looks(task))
                .containsExactly(why("spend", "impressions", "clicks")
                        .intent(Intent.ANALYTICS_QUERY)
                        .diagnosis(null)
                        .compare(august)
                        .build());
    }

    @Test
    void looksFirstWherePeopleAskFirstAndAtTenDimensionsAtMost() {
        // Given
        var task = why("net_sales").build();
        var whole = looks(task).getFirst();

        // When
        var looks = looks(task, seen(whole, "12.5"), swing(task, whole));

        // Then
        assertThat(looks).hasSize(10);
        assertThat(looks)
                .extracting(look -> look.groupBy().getFirst().value())
                .startsWith("channel", "geo", "category", "campaign", "product")
                .doesNotHaveDuplicates();
    }

    @Test
    void looksOnlyAtWhatWasNotSeenYet() {
        // Given
        var task = why("spend").build();
        var whole = seen(looks(task).getFirst(), "12.5");
        var swing = swing(task, whole.look());
        var parts = looks(task, whole, swing);

        // When
        var left = looks(task, whole, swing, seen(parts.get(0), "1"), seen(parts.get(2), "1"));

        // Then
        assertThat(left)
                .containsExactlyElementsOf(parts.stream()
                        .filter(look -> !look.equals(parts.get(0)) && !look.equals(parts.get(2)))
                        .toList());
    }

    @Test
    void splitsByWhatIsKeptToSeveralValues() {
        // Given
        var channel = new DimensionId("channel");
        var task =
                why("spend").entities(Entities.of(channel, List.of("SB", "SP"))).build();

        // When
        var whole = looks(task).getFirst();
        var looks = looks(task, seen(whole, "3"), swing(task, whole));

        // Then
        assertThat(looks).anyMatch(look -> look.groupBy().equals(List.of(channel)));
    }

    @Test
    void looksAtNothingThatIsClosedToTheCaller() {
        // Given
        var nobody = new CallContext(
                new Caller("asha", List.of(), List.of("*"), List.of(), List.of()), ANALYST.deadline(), "key");
        var task = why("spend").build();
        var first = (NextLook.Look) planner.next(nobody, new NextRequest(task, List.of()));
        var whole = seen(first.looks().getFirst(), "12.5");

        // When
        var next = planner.next(nobody, new NextRequest(task, List.of(whole)));

        // Then
        assertThat(next).isInstanceOf(NextLook.Conclude.class);
    }

    static Stream<Table> withoutAChange() {
        var change = new Column("spend.change", "Change", ColumnType.NUMBER, null);
        var other = new Column("spend", "Spend", ColumnType.NUMBER, null);
        return Stream.of(
                new Table(List.of(change), List.of()),
                new Table(List.of(other), List.of(List.<@Nullable Object>of(BigDecimal.TEN))),
                new Table(List.of(change), List.of(Arrays.asList((@Nullable Object) null))),
                new Table(List.of(change), List.of(List.<@Nullable Object>of(new BigDecimal("0.00")))));
    }

    @ParameterizedTest
    @MethodSource("withoutAChange")
    void concludesWhereTheWholeShowsNoChange(Table table) {
        // Given
        var task = why("spend").build();
        var seen = new Observation(
                looks(task).getFirst(),
                new StepResult.Rows(table, table.size(), false, null, List.of(), null, List.of(), 0));

        // When
        var next = planner.next(ANALYST, new NextRequest(task, List.of(seen)));

        // Then
        assertThat(next)
                .isInstanceOfSatisfying(
                        NextLook.Conclude.class,
                        conclude -> assertThat(conclude.thought()).isEqualTo("Nothing changed as a whole."));
    }

    @Test
    void aChangeIsThatOfTheWholeAndNotOfAPart() {
        // Given: the whole stood still while a part moved
        var task = why("spend").build();
        var whole = looks(task).getFirst();
        var part = whole.toBuilder().groupBy(List.of(new DimensionId("geo"))).build();

        // When
        var next = planner.next(ANALYST, new NextRequest(task, List.of(seen(part, "5"), seen(whole, "0"))));

        // Then
        assertThat(next).isInstanceOf(NextLook.Conclude.class);
    }

    private List<TaskSpec> looks(TaskSpec task, Observation... seen) {
        return ((NextLook.Look) planner.next(ANALYST, new NextRequest(task, List.of(seen)))).looks();
    }

    private static TaskSpec.Builder why(String... metrics) {
        return find(Diagnosis.Kind.CHANGE, metrics);
    }

    private static TaskSpec.Builder find(Diagnosis.Kind kind, String... metrics) {
        var october = new Period(
                LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), ZoneId.of("Asia/Kolkata"), null, null);
        return new TaskSpec.Builder(
                        Intent.DIAGNOSTICS,
                        Arrays.stream(metrics).map(MetricId::new).toList(),
                        october)
                .diagnosis(new Diagnosis(kind));
    }

    private static Observation seen(TaskSpec look, String change) {
        var metric = look.metrics().getFirst().value();
        var row = List.<@Nullable Object>of(new BigDecimal(change));
        var table = new Table(List.of(new Column(metric + ".change", "Change", ColumnType.NUMBER, null)), List.of(row));
        return new Observation(look, new StepResult.Rows(table, 1, false, null, List.of(), null, List.of(), 0));
    }
}
