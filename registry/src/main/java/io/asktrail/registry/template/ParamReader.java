package io.asktrail.registry.template;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.TemplateId;
import io.asktrail.contracts.plan.ParamValue;
import io.asktrail.contracts.task.FilterValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Takes a parameter's value for what its declaration says it is, and for nothing else. */
final class ParamReader {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private ParamReader() {}

    /** @throws SuiteException naming the parameter and its type, where the value is of another one */
    static FilterValue read(TemplateId template, TemplateParameter param, ParamValue value) {
        return typed(param.type(), value)
                .orElseThrow(() -> TemplateCall.malformed(
                        "The parameter '%s' of '%s' is %s.".formatted(param.name(), template, wanted(param.type()))));
    }

    private static Optional<FilterValue> typed(TemplateParameter.Type type, ParamValue value) {
        return switch (type) {
            case DATE -> text(value).filter(ParamReader::isDate).map(FilterValue.Text::new);
            case TEXT -> text(value).map(FilterValue.Text::new);
            case NUMBER -> number(value).map(FilterValue.Numeric::new);
            case INTEGER -> number(value).filter(ParamReader::isWhole).map(FilterValue.Numeric::new);
            case BOOLEAN ->
                value instanceof ParamValue.Flag(var flag)
                        ? Optional.of(new FilterValue.Text(Boolean.toString(flag)))
                        : Optional.empty();
            case LIST -> texts(value).map(FilterValue.Texts::new);
        };
    }

    private static String wanted(TemplateParameter.Type type) {
        return switch (type) {
            case DATE -> "a date: write \"2025-10-31\"";
            case TEXT -> "a text";
            case NUMBER -> "a number, without quotes";
            case INTEGER -> "a whole number, without quotes";
            case BOOLEAN -> "true or false, without quotes";
            case LIST -> "one text or a list of texts, at least one";
        };
    }

    private static Optional<String> text(ParamValue value) {
        return value instanceof ParamValue.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<BigDecimal> number(ParamValue value) {
        return value instanceof ParamValue.Numeric(var number) ? Optional.of(number) : Optional.empty();
    }

    private static Optional<List<String>> texts(ParamValue value) {
        return switch (value) {
            case ParamValue.Text(var text) -> Optional.of(List.of(text));
            case ParamValue.Texts(var texts) -> texts.isEmpty() ? Optional.empty() : Optional.of(texts);
            case ParamValue.Numeric _, ParamValue.Flag _ -> Optional.empty();
        };
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(LARGEST) <= 0;
    }
}
