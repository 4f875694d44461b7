package io.asktrail.planner;

import static io.asktrail.planner.Planned.DEMO;
import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.filter;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.policy.Access;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model is told: the shape of the task and the caller's part of the catalogue. */
class ModelPromptTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Access EVERYTHING =
            new Access(DEMO.metrics().keySet(), DEMO.dimensions().keySet(), Set.of(), true);

    private static JsonNode told(TaskSpec task, Access access) {
        return JSON.readTree(new ModelPrompt(task, DEMO, access)
                .request("No source has it.", List.of("plan.size: too many"))
                .task());
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.path(field).asString(""))
                .toList();
    }

    @Test
    void theTaskIsToldByItsShape() {
        // Given
        var task = task("roas")
                .groupBy(by("campaign"))
                .time(october(Grain.WEEK))
                .compare(september())
                .entities(keep("geo", "Delhi"))
                .filters(List.of(filter("channel", Operator.NE, "SD"), above("spend", "100"), above("spend", "200")))
                .orderBy(List.of(descending("roas")))
                .limit(7)
                .calculations(List.of(
                        Calculation.of(Kind.SHARE_OF_TOTAL, metrics("spend").getFirst())))
                .build();

        // When
        var told = told(task, EVERYTHING);

        // Then
        assertThat(told.get("task")).isEqualTo(JSON.readTree("""
                {"metrics":["roas","spend"],"group_by":["campaign"],"series":"week","compared":true,
                 "conditions_on":["channel","geo"],"conditions_on_numbers":["spend"],"ordered_by":["roas DESC"],
                 "limit":7,"calculations":[{"kind":"share_of_total","metric":"spend","window":null,"of":null,
                 "horizon_days":null}]}
                """));
        assertThat(told.get("why_the_rules_have_no_plan").asString()).isEqualTo("No source has it.");
        assertThat(told.get("what_was_wrong_with_your_last_plan").get(0).asString())
                .isEqualTo("plan.size: too many");
    }

    @Test
    void aTaskThatComparesNothingSaysSo() {
        assertThat(told(task("roas").build(), EVERYTHING).at("/task/compared").asBoolean(true))
                .isFalse();
    }

    @Test
    void toolsAreThoseThatReadRows() {
        // When
        var tools = texts(told(task("roas").build(), EVERYTHING).get("tools"), "tool");

        // Then: no arithmetic, and no templates
        assertThat(tools)
                .containsExactlyInAnyOrder(
                        "amazon_ads_api.get_campaign_metrics",
                        "amazon_ads_api.get_product_metrics",
                        "amazon_ads_api.get_targeting_metrics",
                        "amazon_ads_api.get_search_term_metrics",
                        "amazon_ads_api.get_placement_metrics",
                        "amazon_ads_api.list_campaigns",
                        "sales_db.query",
                        "sales_db.order_values");
    }

    @Test
    void aToolOfWhichEverythingIsClosedIsNotTold() {
        // Given: who may see orders alone
        var orders = new Access(Set.copyOf(metrics("orders")), Set.copyOf(by("geo date")), Set.of(), true);

        // When
        var told = told(task("orders").build(), orders);

        // Then
        assertThat(texts(told.get("tools"), "tool")).containsExactly("sales_db.query");
        assertThat(told.at("/tools/0/metrics")).isEqualTo(JSON.readTree("[\"orders\"]"));
        assertThat(told.at("/tools/0/dimensions")).isEqualTo(JSON.readTree("[\"date\",\"geo\"]"));
        assertThat(told.at("/tools/0/join_keys")).isEqualTo(JSON.readTree("[\"date\",\"geo\"]"));
        assertThat(texts(told.get("metrics"), "id")).containsExactly("orders");
    }

    @Test
    void whatIsWorkedOutIsToldWithItsFormula() {
        // When
        var metrics = told(task("roas").build(), EVERYTHING).get("metrics");

        // Then
        var ids = texts(metrics, "id");
        var formulas = texts(metrics, "formula");
        assertThat(formulas.get(ids.indexOf("roas"))).isEqualTo("revenue/spend");
        assertThat(formulas.get(ids.indexOf("net_sales"))).isEqualTo("gross_sales-refunds");
        assertThat(formulas.get(ids.indexOf("revenue"))).isEqualTo("attributed_sales");
        assertThat(formulas.get(ids.indexOf("spend"))).isEmpty();
    }

    @Test
    void theFormAllowsTheNamesThatAreTold() {
        // Given
        var few = new Access(Set.copyOf(metrics("spend attributed_sales acos")), Set.copyOf(by("geo")), Set.of(), true);

        // When
        var form = JSON.readTree(new ModelPrompt(task("acos").build(), DEMO, few)
                .request("", List.of())
                .schema());

        // Then
        var read = form.at("/properties/steps/items/anyOf/0/properties");
        var work = form.at("/properties/steps/items/anyOf/1/properties");
        assertThat(read.at("/metrics/items/enum"))
                .isEqualTo(JSON.readTree("[\"acos\",\"attributed_sales\",\"spend\"]"));
        assertThat(read.at("/group_by/items/enum")).isEqualTo(JSON.readTree("[\"geo\"]"));
        assertThat(work.at("/work_out/items/enum")).isEqualTo(JSON.readTree("[\"acos\"]"));
    }
}
