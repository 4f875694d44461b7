package io.asktrail.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON at the borders, read by an ordinary mapper that knows nothing of us. */
class JsonShapesTest {
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void readsTheTaskOfTheDesign() {
        // Given
        var text = """
                {"intent":"analytics.query",
                 "metrics":["roas","spend"],
                 "group_by":["channel"],
                 "entities":{"channel":["SB"],"geo":["Delhi"],"campaign":null,"product":null},
                 "time":{"start":"2025-10-01","end":"2025-10-31","tz":"Asia/Kolkata","range":"last_month","grain":"day"},
                 "compare":{"kind":"previous_period","start":"2025-09-01","end":"2025-09-30"},
                 "filters":[{"field":"campaign_status","op":"=","value":"enabled"},{"field":"acos","op":">","value":0.4}],
                 "order_by":[{"field":"net_sales","direction":"desc"}],
                 "limit":5,
                 "scopes":[{"metrics":["spend"],"entities":{"channel":["SB"]}}],
                 "calculations":[{"kind":"share_of_total","metric":"net_sales"}],
                 "diagnosis":null, "help":null, "export":null}
                """;

        // When
        var task = json.readValue(text, TaskSpec.class);

        // Then
        assertThat(task.entities().valuesOf(new DimensionId("geo"))).containsExactly("Delhi");
        assertThat(task.entities().kept()).doesNotContainKey(new DimensionId("campaign"));
        assertThat(task.filters().get(1).value()).isEqualTo(new FilterValue.Numeric(new BigDecimal("0.4")));
        assertThat(task.period().days()).isEqualTo(31);
        assertThat(json.readValue(json.writeValueAsString(task), TaskSpec.class))
                .isEqualTo(task);
        assertThat(json.readTree(json.writeValueAsString(task)).propertyNames())
                .containsExactlyInAnyOrderElementsOf(json.readTree(text).propertyNames());
        assertThat(json.readTree(json.writeValueAsString(task))
                        .at("/filters/1/value")
                        .asString())
                .isEqualTo("0.4");
    }

    @Test
    void tellsTheFormsOfStepInputsApartByTheirFields() {
        // Given
        var text = """
                {"steps":[
                  {"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
                   "group_by":["campaign"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata"}},
                  {"id":"sales1","tool":"sales_db.query","inputs":{"metrics":["net_sales"],
                   "group_by":["campaign"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata"}},
                  {"id":"sales2","tool":"sales_db.sql","inputs":{"sql_template":"sales_by_campaign.sql",
                   "params":{"start":"2025-10-01","end":"2025-10-31","geo":["Delhi"],"top":5,"gift":true}}},
                  {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1","right":"sales1",
                   "join_keys":["campaign"],"formulas":["blended_roas=net_sales/spend"]}},
                  {"id":"calc2","tool":"compute.compare","inputs":{"current":"calc1","previous":"ads1",
                   "keys":["campaign"],"compared":["spend"]}}],
                 "outputs":{"table":"calc2","narrative":true}}
                """;

        // When
        var plan = json.readValue(text, Plan.class);

        // Then
        assertThat(plan.steps().stream().map(step -> step.inputs().getClass().getSimpleName()))
                .containsExactly("Fetch", "Fetch", "Template", "Aggregate", "Compare");
        assertThat(json.readValue(json.writeValueAsString(plan), Plan.class)).isEqualTo(plan);
    }

    @Test
    void refusesAPlanThatCannotRun() {
        // Given
        var text = """
                {"steps":[{"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1"}}],
                 "outputs":{"table":"calc1","narrative":true}}
                """;

        // When, Then
        assertThatThrownBy(() -> json.readValue(text, Plan.class)).hasMessageContaining("runs before its inputs");
    }

    @Test
    void keepsDecimalsExactThroughATable() {
        // Given
        var table = new Table(
                List.of(
                        new Column("date", "Date", ColumnType.DATE, null),
                        new Column("spend", "Ad spend", ColumnType.NUMBER, "INR")),
                List.of(
                        List.of(LocalDate.of(2025, 10, 1), new BigDecimal("12345678901234567.10")),
                        Arrays.asList(LocalDate.of(2025, 10, 2), null)));
        var step = new Step(
                new StepId("calc1"),
                ToolRef.parse("compute.aggregate"),
                new StepInputs.Aggregate(
                        new StepId("ads1"),
                        null,
                        List.of(),
                        List.of(),
                        List.of(new MetricId("spend")),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null));
        var request = new ComputeRequest(step, Map.of(new StepId("ads1"), table));

        // When
        var read = json.readValue(json.writeValueAsString(request), ComputeRequest.class);

        // Then
        assertThat(read).isEqualTo(request);
        assertThat(read.inputs().get(new StepId("ads1")).number(0, 1)).isEqualByComparingTo("12345678901234567.10");
    }

    @Test
    void writesTheStatusOfASealedOutcome() {
        // Given
        var missing = new StepResult.Missing(io.asktrail.contracts.error.ErrorCode.SOURCE_DOWN, "The store is down.");

        // When
        var text = json.writeValueAsString(missing);

        // Then
        assertThat(text).contains("\"status\":\"missing\"");
        assertThat(json.readValue(text, StepResult.class)).isEqualTo(missing);
    }

    @Test
    void readsAReading() {
        // Given
        var text = """
                {"status":"out_of_scope","reason":"No stock data.","nearest":[],"confidence":0.9,"spans":[],"by":"rules"}
                """;

        // When
        var reading = json.readValue(text, Reading.class);

        // Then
        assertThat(reading).isInstanceOf(Reading.OutOfScope.class);
        assertThat(reading.by()).isEqualTo(Reading.By.RULES);
    }
}
