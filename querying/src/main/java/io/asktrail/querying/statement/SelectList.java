package io.asktrail.querying.statement;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What is selected: the groups' columns first, then a column for each metric. */
final class SelectList {
    private final ResolvedFetch fetch;
    private final FromClause from;
    private final Measures measures;
    private final Supplier<Field<LocalDate>> day;
    private final List<Item> items = new ArrayList<>();

    /** One column of the result, and the expression behind it. */
    record Item(Column column, Field<?> expression, boolean groups) {
        Field<?> named() {
            return expression.as(DSL.name(column.id()));
        }
    }

    /** @param day the first day of the group's week, month … */
    SelectList(ResolvedFetch fetch, FromClause from, Measures measures, Supplier<Field<LocalDate>> day) {
        this.fetch = fetch;
        this.from = from;
        this.measures = measures;
        this.day = day;
        fetch.inputs().groupBy().forEach(this::addGroup);
        fetch.inputs().metrics().forEach(this::addMetric);
    }

    List<Item> items() {
        return items;
    }

    private void addGroup(DimensionId dimension) {
        var label = fetch.registry().dimension(dimension).names().english();
        if (fetch.isTime(dimension)) {
            add(dimension.value(), label, ColumnType.DATE, null, day.get(), true);
            return;
        }
        var path = fetch.path(dimension);
        var binding = path.binding();
        addText(dimension.value(), label, from.column(path, binding.column()));
        if (binding.key() != null) {
            addText(dimension + ".id", label + " id", from.column(path, binding.key()));
        }
        if (binding.title() != null) {
            addText(dimension + ".name", label + " name", from.column(path, binding.title()));
        }
    }

    private void addMetric(MetricId metric) {
        var definition = fetch.metric(metric);
        add(
                metric.value(),
                definition.names().english(),
                ColumnType.NUMBER,
                definition.unit().text(),
                measures.of(metric),
                false);
    }

    private void addText(String id, String label, Field<?> field) {
        add(id, label, ColumnType.TEXT, null, field, true);
    }

    private void add(
            String id, String label, ColumnType type, @Nullable String unit, Field<?> expression, boolean groups) {
        items.add(new Item(new Column(id, label, type, unit), expression, groups));
    }
}
