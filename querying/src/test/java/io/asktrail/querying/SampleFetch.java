package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a fetch in a line. */
public final class SampleFetch {
    private final String tool;
    private final List<MetricId> metrics;
    private List<DimensionId> groupBy = List.of();
    private @Nullable Grain grain;
    private String range = "2025-10-01..2025-10-31";
    private Entities entities = Entities.NONE;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Ordering> orderBy = new ArrayList<>();
    private @Nullable Integer limit;

    public SampleFetch(String tool, String metrics) {
        this.tool = tool;
        this.metrics = Arrays.stream(metrics.split(" ")).map(MetricId::new).toList();
    }

    public SampleFetch by(String... dimensions) {
        groupBy = Arrays.stream(dimensions).map(DimensionId::new).toList();
        return this;
    }

    SampleFetch grain(Grain value) {
        grain = value;
        return this;
    }

    SampleFetch over(String value) {
        range = value;
        return this;
    }

    SampleFetch keep(String dimension, String... values) {
        entities = entities.with(new DimensionId(dimension), List.of(values));
        return this;
    }

    SampleFetch where(String field, Operator op, String value) {
        filters.add(new Filter(new FieldId(field), op, new FilterValue.Text(value)));
        return this;
    }

    SampleFetch order(String field, Direction direction) {
        orderBy.add(new Ordering(new FieldId(field), direction));
        return this;
    }

    SampleFetch limit(int value) {
        limit = value;
        return this;
    }

    public FetchRequest request() {
        return new FetchRequest(
                new StepId("s1"),
                ToolRef.parse(tool),
                new StepInputs.Fetch(
                        metrics,
                        groupBy,
                        grain,
                        StepInputs.DateRange.parse(range),
                        ZoneId.of("Asia/Kolkata"),
                        entities,
                        filters,
                        orderBy,
                        limit));
    }
}
