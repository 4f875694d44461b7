package io.asktrail.registry.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ToolInputsValidatorTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MetricId SPEND = new MetricId("spend");
    private static final MetricId ROAS = new MetricId("roas");
    private static final DimensionId DATE = new DimensionId("date");

    private final ToolInputsValidator validator = new ToolInputsValidator();

    @Test
    void takesWhatPlannersWrite() {
        var range = StepInputs.DateRange.parse("2025-10-01..2025-10-31");
        var fetch = new StepInputs.Fetch(
                List.of(SPEND),
                List.of(DATE),
                Grain.WEEK,
                range,
                ZoneId.of("Asia/Kolkata"),
                Entities.of(new DimensionId("channel"), List.of("SB")),
                List.of(
                        new Filter(FieldId.of(SPEND), Operator.GT, new FilterValue.Numeric(new BigDecimal("0.4"))),
                        new Filter(new FieldId("geo"), Operator.NOT_IN, new FilterValue.Texts(List.of("Goa"))),
                        new Filter(new FieldId("geo"), Operator.IS_NULL, null)),
                List.of(new Ordering(FieldId.of(SPEND), Direction.DESC)),
                5);
        var aggregate = new StepInputs.Aggregate(
                new StepId("ads1"),
                new StepId("sales1"),
                List.of(DATE),
                List.of("roas=revenue/spend"),
                List.of(ROAS),
                List.of(),
                List.of(Calculation.of(Calculation.Kind.RANK, ROAS)),
                List.of(),
                null,
                range,
                Grain.WEEK);
        var alone = new StepInputs.Aggregate(
                new StepId("ads1"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        var compare =
                new StepInputs.Compare(new StepId("a"), new StepId("b"), List.of(DATE), List.of(ROAS), List.of(), 10);
        assertThat(faults("sales_db.query", JSON.valueToTree(fetch))).isEmpty();
        assertThat(faults("amazon_ads_api.get_campaign_metrics", JSON.valueToTree(fetch)))
                .isEmpty();
        assertThat(faults("compute.aggregate", JSON.valueToTree(aggregate))).isEmpty();
        assertThat(faults("compute.aggregate", JSON.valueToTree(alone))).isEmpty();
        assertThat(faults("compute.compare", JSON.valueToTree(compare))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sales_db.query    | {"metrics":["orders"],"date_range":"2025-10-01..2025-10-31"}                        | 'tz' is missing
            sales_db.query    | {"metrics":[],"date_range":"2025-10-01..2025-10-31","tz":"UTC"}                     | at least 1
            sales_db.query    | {"metrics":["orders"],"date_range":"last week","tz":"UTC"}                          | is not written as it must be
            sales_db.query    | {"metrics":["orders"],"date_range":"2025-10-01..2025-10-31","tz":"UTC","sql":"x"}   | 'sql' is no field here
            sales_db.query    | {"left":"a"}                                                                        | 'left' is no field here
            compute.aggregate | {"left":"a","formulas":["roas"]}                                                    | is not written as it must be
            compute.compare   | {"current":"a","previous":"b","compared":["roas"],"limit":0}                        | minimum
            """)
    void refusesWhatNoStepMayBeCalledWith(String tool, String inputs, String message) {
        assertThat(faults(tool, JSON.readTree(inputs)))
                .anySatisfy(fault -> assertThat(fault).contains(message));
    }

    private List<String> faults(String tool, JsonNode inputs) {
        return validator.faults(DEMO.capability(ToolRef.parse(tool)), inputs);
    }
}
