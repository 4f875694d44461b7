package io.asktrail.registry.lint;

import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import io.asktrail.registry.schema.RowCondition;
import io.asktrail.registry.schema.TableDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the fixed conditions of a measure compare like with like. */
final class Conditions {
    private static final Set<Operator> ORDERING = EnumSet.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE);
    private static final Set<Operator> LISTS = EnumSet.of(Operator.IN, Operator.NOT_IN);

    private Conditions() {}

    static Stream<Finding> faults(Defined<?> owner, String at, List<RowCondition> conditions, TableDefinition table) {
        return IntStream.range(0, conditions.size())
                .boxed()
                .flatMap(i ->
                        fault(conditions.get(i), table)
                                .map(message -> owner.at(at + "/" + i + "/column", message))
                                .stream());
    }

    private static Optional<String> fault(RowCondition condition, TableDefinition table) {
        return table.column(condition.column())
                .map(column -> misfit(condition, column))
                .orElseGet(() -> Optional.of("%s has no column '%s'".formatted(table.id(), condition.column())));
    }

    private static Optional<String> misfit(RowCondition condition, ColumnDefinition column) {
        var op = condition.op();
        var value = condition.value();
        if ((value == null) != (op == Operator.IS_NULL)) {
            return Optional.of(
                    "'%s' with is_null needs no value, with anything else it needs one".formatted(column.name()));
        }
        if (LISTS.contains(op) != value instanceof FilterValue.Texts) {
            return Optional.of("in and not_in go with a list of values, the others with one");
        }
        if (ORDERING.contains(op) && column.type() == Type.TEXT) {
            return Optional.of("'%s' is a text: it is not more or less than anything".formatted(column.name()));
        }
        return isNumber(column) == isNumber(value) || value == null
                ? Optional.empty()
                : Optional.of("'%s' is %s and is compared with something else".formatted(column.name(), column.type()));
    }

    private static boolean isNumber(ColumnDefinition column) {
        return column.type() == Type.INTEGER || column.type() == Type.DECIMAL;
    }

    private static boolean isNumber(@Nullable FilterValue value) {
        return value instanceof FilterValue.Numeric;
    }
}
