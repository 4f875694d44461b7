package io.asktrail.composer.shown;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import java.util.List;
import java.util.Locale;

/** What answers call things. */
public record Labels(Registry registry, Words words) {
    public String of(MetricId metric) {
        return registry.findMetric(metric)
                .map(definition -> definition.names().in(words.language().tag()))
                .orElse(metric.value());
    }

    public String of(DimensionId dimension) {
        return registry.findDimension(dimension)
                .map(definition -> definition.names().in(words.language().tag()))
                .orElse(dimension.value());
    }

    public String of(FieldId field) {
        return registry.isMetric(field) ? of(field.asMetric()) : of(field.asDimension());
    }

    /** A source by the title that results carry, which is English: what the registry calls it in this language. */
    public String source(String title) {
        var language = words.language().tag();
        return registry.tables().values().stream()
                .filter(table -> table.title().equals(title))
                .findFirst()
                .map(table -> table.title(language))
                .or(() -> registry.rates().tables().values().stream()
                        .filter(table -> table.source().equals(title))
                        .findFirst()
                        .map(table -> table.sourceIn().getOrDefault(language, title)))
                .orElse(title);
    }

    /** Inside a sentence: {@code net sales}, but {@code ROAS}. */
    public static String inSentence(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** Several of a dimension's members; only English has a form of its own for them. */
    public String several(String label) {
        return words.language() == Language.ENGLISH ? plural(label) : inSentence(label);
    }

    // campaigns, cities, campaign statuses
    private static String plural(String label) {
        var word = inSentence(label);
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (word.matches(".*(s|x|ch|sh)") ? "es" : "s");
    }

    /** A formula in words: {@code Revenue ÷ Ad spend}. */
    public String of(Formula formula) {
        return switch (formula) {
            case Formula.Constant(var value) -> value.toPlainString();
            case Formula.Reference(var metric) -> of(metric);
            case Formula.Operation(var operator, var left, var right) ->
                "%s %s %s".formatted(operand(left, operator), sign(operator), operand(right, operator));
        };
    }

    // Brackets wherever another operator stands inside: this is for readers, who do not count precedence.
    private String operand(Formula inner, Formula.Operator outer) {
        return inner instanceof Formula.Operation operation && (operation.operator() != outer || !commutes(outer))
                ? "(%s)".formatted(of(inner))
                : of(inner);
    }

    private static boolean commutes(Formula.Operator operator) {
        return operator == Formula.Operator.PLUS || operator == Formula.Operator.TIMES;
    }

    private static String sign(Formula.Operator operator) {
        return switch (operator) {
            case PLUS -> "+";
            case MINUS -> "−";
            case TIMES -> "×";
            case DIVIDE -> "÷";
        };
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}, in the words of a language. */
    public String all(List<String> parts) {
        return list(parts, words.of("list.and"));
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}, in the words of a language. */
    public String any(List<String> parts) {
        return list(parts, words.of("list.or"));
    }

    private static String list(List<String> words, String last) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + last + words.getLast();
    }
}
