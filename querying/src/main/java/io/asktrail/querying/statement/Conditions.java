package io.asktrail.querying.statement;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a field with a value, as typed as the field. Every value is a bound parameter.
 *
 * <p>A row without a value is not "Delhi": {@code !=} and {@code not_in} keep it, unlike plain SQL.
 */
public final class Conditions {
    private static final char ESCAPE = '!';

    private Conditions() {}

    public static Condition compare(Field<?> field, Operator op, @Nullable FilterValue value) {
        if (op == Operator.IS_NULL) {
            return field.isNull();
        }
        if (value == null) {
            throw malformed("The filter on %s compares with nothing.".formatted(field.getName()));
        }
        if (op == Operator.CONTAINS) {
            return contains(field, value.texts());
        }
        return typed(field, op, value.texts());
    }

    private static Condition contains(Field<?> field, List<String> texts) {
        var text = field.getType() == String.class ? field.coerce(String.class) : field.cast(String.class);
        var any = texts.stream()
                .map(part -> text.likeIgnoreCase("%" + DSL.escape(part, ESCAPE) + "%", ESCAPE))
                .toList();
        return DSL.or(any);
    }

    private static Condition typed(Field<?> field, Operator op, List<String> texts) {
        var type = field.getType();
        if (type == Long.class || type == BigDecimal.class || type == Integer.class) {
            // A whole-number column is compared as a decimal: "more than 2.5 units" has a meaning.
            return typed(field.coerce(BigDecimal.class), op, texts, text -> number(field, text));
        }
        if (type == Boolean.class) {
            return typed(field.coerce(Boolean.class), op, texts, text -> flag(field, text));
        }
        if (type == LocalDate.class) {
            return typed(field.coerce(LocalDate.class), op, texts, text -> date(field, text));
        }
        return typed(field.coerce(String.class), op, texts, Function.identity());
    }

    private static <T> Condition typed(Field<T> field, Operator op, List<String> texts, Function<String, T> read) {
        var values = texts.stream().map(read).toList();
        return switch (op) {
            case EQ, IN -> values.size() == 1 ? field.eq(values.getFirst()) : field.in(values);
            case NE, NOT_IN -> without(field, values);
            case LT -> field.lt(single(field, values));
            case LE -> field.le(single(field, values));
            case GT -> field.gt(single(field, values));
            case GE -> field.ge(single(field, values));
            case CONTAINS, IS_NULL -> throw new IllegalStateException(op + " was handled before");
        };
    }

    private static <T> Condition without(Field<T> field, List<T> values) {
        if (values.isEmpty()) {
            return DSL.trueCondition();
        }
        // For one value in the short form: the guard reads it in half the time of the long one.
        return values.size() == 1
                ? field.isDistinctFrom(values.getFirst())
                : field.notIn(values).or(field.isNull());
    }

    private static <T> T single(Field<T> field, List<T> values) {
        if (values.size() != 1) {
            throw malformed("'%s' is compared with one value, not with %d.".formatted(field.getName(), values.size()));
        }
        return values.getFirst();
    }

    private static BigDecimal number(Field<?> field, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            throw malformed("'%s' is no number, and '%s' holds numbers.".formatted(text, field.getName()));
        }
    }

    private static Boolean flag(Field<?> field, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default ->
                throw malformed(
                        "'%s' is neither true nor false, and '%s' is one of them.".formatted(text, field.getName()));
        };
    }

    private static LocalDate date(Field<?> field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException _) {
            throw malformed("'%s' is no date for '%s': write 2025-10-31.".formatted(text, field.getName()));
        }
    }

    private static SuiteException malformed(String sentence) {
        return new SuiteException(ErrorCode.MALFORMED_REQUEST, sentence);
    }
}
