package io.asktrail.insights.seen;

import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows that one look gave. */
public record SeenRows(TaskSpec look, Table table) {
    /** What a member without a name is called. */
    public static final String NOBODY = "(none)";

    /** The looks that gave rows, in their order. */
    public static List<SeenRows> of(List<Observation> seen) {
        return seen.stream()
                .filter(observation -> observation.result() instanceof StepResult.Rows)
                .map(observation -> new SeenRows(observation.look(), ((StepResult.Rows) observation.result()).table()))
                .toList();
    }

    public boolean isSeries() {
        return look.isSeries();
    }

    public boolean isCompared() {
        return look.compare() != null;
    }

    /** What the rows are split by, beside days. */
    public List<DimensionId> categories() {
        return look.groupBy().stream()
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .toList();
    }

    public int size() {
        return table.size();
    }

    public boolean has(String column) {
        return table.indexOf(column).isPresent();
    }

    /** Null where the cell is empty or the look did not ask for such a column. */
    public @Nullable BigDecimal number(int row, String column) {
        var at = table.indexOf(column);
        return at.isEmpty() ? null : table.number(row, at.getAsInt());
    }

    /** A sum of a group without rows is 0. */
    public BigDecimal sum(int row, MetricId metric, String suffix) {
        return Objects.requireNonNullElse(number(row, metric.value() + suffix), BigDecimal.ZERO);
    }

    /** Whom a row is about; empty if the look splits by nothing but days. */
    public String member(int row) {
        return categories().stream()
                .map(dimension -> Objects.toString(cell(row, dimension.value()), NOBODY))
                .collect(Collectors.joining(", "));
    }

    /** Whom a row is about by one of its dimensions. */
    public String name(int row, DimensionId dimension) {
        return Objects.toString(cell(row, dimension.value()), NOBODY);
    }

    /** The day of a row of a series. */
    public LocalDate day(int row) {
        return (LocalDate) Objects.requireNonNull(cell(row, TaskSpec.DATE.value()), "a series has days");
    }

    private @Nullable Object cell(int row, String column) {
        var at = table.indexOf(column);
        return at.isEmpty() ? null : table.rows().get(row).get(at.getAsInt());
    }
}
