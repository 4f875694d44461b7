package io.asktrail.compute;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that meet every condition, on exact numbers. What is unknown meets none but {@code is_null}. */
final class Having {
    private Having() {}

    static Frame keep(Frame frame, List<Filter> filters) {
        var kept = frame;
        for (var filter : filters) {
            var cells = kept.column(filter.field().value());
            var condition = condition(filter);
            var rows = java.util.Arrays.stream(kept.rowNumbers())
                    .filter(row -> condition.test(cells.get(row)))
                    .toArray();
            kept = rows.length == kept.size() ? kept : kept.take(rows);
        }
        return kept;
    }

    private static Predicate<@Nullable Object> condition(Filter filter) {
        if (filter.op() == Operator.IS_NULL) {
            return Objects::isNull;
        }
        var value = Objects.requireNonNull(filter.value());
        return cell -> switch (cell) {
            case null -> false;
            case BigDecimal number -> meets(number, filter.op(), value);
            default -> meets(cell.toString(), filter.op(), value);
        };
    }

    private static boolean meets(BigDecimal number, Operator op, FilterValue value) {
        return switch (op) {
            case EQ -> number.compareTo(single(value)) == 0;
            case NE -> number.compareTo(single(value)) != 0;
            case LT -> number.compareTo(single(value)) < 0;
            case LE -> number.compareTo(single(value)) <= 0;
            case GT -> number.compareTo(single(value)) > 0;
            case GE -> number.compareTo(single(value)) >= 0;
            case IN -> value.texts().stream().anyMatch(text -> number.compareTo(parse(text)) == 0);
            case NOT_IN -> value.texts().stream().noneMatch(text -> number.compareTo(parse(text)) == 0);
            case CONTAINS, IS_NULL -> throw unfit(op);
        };
    }

    private static boolean meets(String text, Operator op, FilterValue value) {
        return switch (op) {
            case EQ, IN -> value.texts().contains(text);
            case NE, NOT_IN -> !value.texts().contains(text);
            case CONTAINS ->
                value.texts().stream()
                        .anyMatch(part -> text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
            case LT -> text.compareTo(value.texts().getFirst()) < 0;
            case LE -> text.compareTo(value.texts().getFirst()) <= 0;
            case GT -> text.compareTo(value.texts().getFirst()) > 0;
            case GE -> text.compareTo(value.texts().getFirst()) >= 0;
            case IS_NULL -> throw unfit(op);
        };
    }

    private static BigDecimal single(FilterValue value) {
        return value instanceof FilterValue.Numeric(var number)
                ? number
                : parse(value.texts().getFirst());
    }

    private static BigDecimal parse(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST,
                    "'%s' is no number: a metric is compared with numbers.".formatted(text),
                    notANumber);
        }
    }

    private static SuiteException unfit(Operator op) {
        return new SuiteException(
                ErrorCode.MALFORMED_REQUEST,
                "'%s' does not fit a metric: use =, !=, <, <=, > or >=.".formatted(op.symbol()));
    }
}
