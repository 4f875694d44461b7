package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.filter;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.model.ModelPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a model decided, with the values of the task put in. */
class ModelPlanReaderTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";

    private static final String READ = """
        {"kind":"read","id":"%s","tool":"amazon_ads_api.get_campaign_metrics","metrics":["%s"],"group_by":["%s"],
         "period":"%s","only":%s}""";
    private static final String WORK = """
        {"kind":"work","id":"%s","left":"%s","right":null,"work_out":[%s],"select":["%s"],"conditions":%s,
         "calculations":false,"order":"%s","fill":false,"within":null}""";
    private static final String COMPARE = """
        {"kind":"compare","id":"both","current":"now","previous":"before","metrics":["spend"],"order":"%s"}""";

    private static final String NOW = READ.formatted("now", "spend", "campaign", "asked", "null");
    private static final String BEFORE = READ.formatted("before", "spend", "campaign", "compared", "null");

    private static Plan read(TaskSpec task, String table, String... steps) {
        var json = "{\"steps\":[%s],\"table\":\"%s\"}".formatted(String.join(",", steps), table);
        return new ModelPlanReader(task, Planned.DEMO).read(JsonMapper.shared().readValue(json, ModelPlan.class));
    }

    private static String work(String workOut, String select, boolean conditions, String order) {
        return WORK.formatted("shown", "now", workOut, select, conditions, order);
    }

    @Test
    void conditionsAndDatesAreTheTasks() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .entities(keep("geo", "Delhi"))
                .filters(List.of(filter("channel", Operator.NE, "SD"), above("spend", "100")))
                .build();

        // Then
        assertThat(lines(read(task, "shown", NOW, work("", "spend", true, "none"))))
                .containsExactly(
                        "now = get_campaign_metrics; spend; by campaign; keep geo=[Delhi]; where channel != SD; "
                                + OCTOBER,
                        "shown = now; show spend; having spend > 100");
        assertThat(lines(read(task, "shown", NOW, work("", "spend", false, "none"))))
                .last()
                .isEqualTo("shown = now; show spend");
    }

    @Test
    void twoPeriodsStandBesideEachOtherInTheOrderOfTheTask() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .compare(september())
                .limit(5)
                .build();

        // Then
        assertThat(lines(read(task, "both", NOW, BEFORE, COMPARE.formatted("first"))))
                .containsExactly(
                        "now = get_campaign_metrics; spend; by campaign; " + OCTOBER,
                        "before = get_campaign_metrics; spend; by campaign; 2025-09-01..2025-09-30",
                        "both = now vs before; on campaign; show spend; order spend DESC, campaign ASC first 5");
        assertThat(lines(read(task, "both", NOW, BEFORE, COMPARE.formatted("sorted"))))
                .last()
                .isEqualTo("both = now vs before; on campaign; show spend; order spend DESC, campaign ASC");
        assertThat(lines(read(task, "both", NOW, BEFORE, COMPARE.formatted("none"))))
                .last()
                .isEqualTo("both = now vs before; on campaign; show spend");
    }

    @Test
    void theOrderIsTheTasksAndComplete() {
        // Given: an order by a group that this step does not have is left to the steps that have it
        var task = task("spend")
                .groupBy(by("campaign geo"))
                .orderBy(List.of(
                        new Ordering(new FieldId("geo"), Direction.ASC),
                        new Ordering(new FieldId("campaign"), Direction.DESC),
                        descending("spend")))
                .limit(3)
                .build();

        // Then
        assertThat(lines(read(task, "shown", NOW, work("", "spend", false, "first"))))
                .last()
                .isEqualTo("shown = now; show spend; order campaign DESC, spend DESC first 3");
    }

    @Test
    void seriesOfRankedGroupsStandInTheOrderOfTime() {
        // Given
        var task =
                task("spend").groupBy(by("campaign")).time(october(Grain.DAY)).orderBy(List.of(descending("spend")));
        var days = READ.formatted("now", "spend", "date\",\"campaign", "asked", "null");
        var filled = work("", "spend", false, "sorted").replace("\"fill\":false", "\"fill\":true");

        // Then: what ranked the groups ranks no points
        assertThat(lines(read(task.limit(3).build(), "shown", days, filled)))
                .last()
                .asString()
                .endsWith("order date ASC, campaign ASC");
        assertThat(lines(read(task.limit(null).build(), "shown", days, filled)))
                .last()
                .asString()
                .endsWith("order spend DESC, date ASC, campaign ASC");
    }

    @Test
    void formulasAreTheRegistrys() {
        // Given
        var both = READ.formatted("now", "attributed_sales\",\"spend", "campaign", "asked", "null");
        var task = task("roas").groupBy(by("campaign")).build();

        // When
        var plan = read(task, "shown", both, work("\"revenue\",\"roas\"", "roas", false, "none"));

        // Then
        assertThat(lines(plan))
                .last()
                .isEqualTo("shown = now; with revenue=attributed_sales, roas=revenue/spend; show roas");
        assertThat(new ModelPlanNotes(Planned.DEMO, task).of(plan))
                .extracting(Note::code)
                .containsExactly(
                        "planned_by_model",
                        "attribution_sp",
                        "attribution_sb",
                        "attribution_sd",
                        "basis_attributed_sales");
    }

    @Test
    void aDifferenceHasAFormulaToo() {
        // Given
        var sales = READ.formatted("now", "gross_sales\",\"refunds", "campaign", "asked", "null")
                .replace("amazon_ads_api.get_campaign_metrics", "sales_db.query");

        // Then
        assertThat(lines(read(
                        task("net_sales").groupBy(by("campaign")).build(),
                        "shown",
                        sales,
                        work("\"net_sales\"", "net_sales", false, "none"))))
                .last()
                .isEqualTo("shown = now; with net_sales=gross_sales-refunds; show net_sales");
    }

    @Test
    void winnersAreOfTheGroupThatBothStepsHaveAndNeverOfDates() {
        // Given
        var task =
                task("spend").groupBy(by("campaign")).time(october(Grain.DAY)).build();
        var days = READ.formatted("now", "spend", "date\",\"campaign", "asked", "null");
        var again = READ.formatted("again", "spend", "date\",\"campaign", "asked", "\"now\"");
        var filled =
                WORK.formatted("shown", "again", "", "spend", false, "none").replace("\"fill\":false", "\"fill\":true");

        // Then
        assertThat(lines(read(task, "shown", days, again, filled)).get(1)).contains("only campaign of now");
        assertThatThrownBy(() ->
                        read(task, "shown", READ.formatted("now", "spend", "date", "asked", "null"), again, filled))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step again and now are grouped by nothing in common");
    }

    @Test
    void whatIsWrongIsSaidSoThatItCanBeMended() {
        // Given
        var task = task("spend").groupBy(by("campaign")).build();

        // Then
        assertWrong("there is no metric fame", task, NOW, work("\"fame\"", "spend", false, "none"));
        assertWrong(
                "spend has no formula: it is read from a source", task, NOW, work("\"spend\"", "spend", false, "none"));
        assertWrong("step now is named before it is there", task, work("", "spend", false, "none"));
        assertWrong(
                "step other leads nowhere: leave it out or use it",
                task,
                NOW,
                NOW.replace("\"now\"", "\"other\""),
                work("", "spend", false, "none"));
        assertWrong(
                "the task compares no periods: read the asked one",
                task,
                NOW.replace("\"asked\"", "\"compared\""),
                work("", "spend", false, "none"));
        assertWrong(
                "no step fills the series: set fill where it ends",
                task.toBuilder().time(october(Grain.DAY)).build(),
                NOW,
                work("", "spend", false, "none"));
    }

    private static void assertWrong(String message, TaskSpec task, String... steps) {
        assertThatThrownBy(() -> read(task, "shown", steps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
