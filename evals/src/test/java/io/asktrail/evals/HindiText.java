package io.asktrail.evals;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an answer still says in English: words in Latin letters in any of its texts that are neither a value of the data, an
 * id, a product's own name, nor the code of a currency.
 */
final class HindiText {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]+");

    /** Ids of answers, runs and files; steps of plans; rules; addresses; time zones. */
    private static final Pattern IDS = Pattern.compile(
            "\\b(?:ans|apr|con|run)_\\w+|\\b[a-z]+\\d+(?:l\\d+)?\\b|\\bQ[1-4]\\b"
                    + "|/v1/[\\w/{}.]*|\\b[A-Z][a-z]+/[A-Z][a-z]+\\b|\\b[a-z]+(?:_[a-z]+)+\\b|\\b[a-z]+\\.[a-z_]+\\b|\"[a-z]+\"");

    /** Names that Amazon gives its products, which Hindi keeps, of file formats, of this product, and what is posted. */
    private static final Set<String> NAMES = Set.of(
            "SP",
            "SB",
            "SD",
            "Sponsored",
            "Products",
            "Brands",
            "Display",
            "CSV",
            "XLSX",
            "SQL",
            "SKU",
            "Asktrail",
            "POST",
            "GET",
            "INR",
            "USD",
            "EUR");

    /** The texts of an answer; what else it holds is ids, values and what ran. */
    private static final List<String> SENTENCES =
            List.of("text", "method", "assumptions", "insights", "policies", "followup_names");

    private final JsonNode answer;
    private final Collection<String> members;

    /** @param members every value of the data that an answer may name */
    HindiText(JsonNode answer, Collection<String> members) {
        this.answer = answer;
        this.members = members;
    }

    /** Each English word with the text that it stands in. */
    List<String> english() {
        var values = values();
        return texts().flatMap(text -> english(text, values)).distinct().toList();
    }

    private static Stream<String> english(String text, List<String> values) {
        // Ids first: a name of the data may stand in one.
        var rest = IDS.matcher(text).replaceAll(" ");
        for (var value : values) {
            rest = rest.replace(value, " ");
        }
        return WORD.matcher(rest)
                .results()
                .map(MatchResult::group)
                .filter(word -> !NAMES.contains(word))
                .map(word -> word + " in: " + text);
    }

    private Stream<String> texts() {
        var chart = answer.path("chart");
        return Stream.of(
                        SENTENCES.stream().flatMap(name -> strings(answer.path(name))),
                        strings(answer.path("refusal").path("reason")),
                        strings(answer.path("clarification").path("question")),
                        each(answer.path("clarification").path("options"))
                                .flatMap(option -> strings(option.path("label"))),
                        each(answer.path("caveats")).flatMap(caveat -> strings(caveat.path("text"))),
                        each(answer.path("scratchpad")).flatMap(HindiText::strings),
                        each(answer.path("table").path("columns")).flatMap(column -> strings(column.path("label"))),
                        each(answer.path("table").path("rows")).flatMap(HindiText::strings),
                        named(chart, Set.of("title", "subtitle", "member", "series", "written", "text")))
                .flatMap(texts -> texts);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return array.valueStream();
    }

    /** Every text at or below a node. */
    private static Stream<String> strings(JsonNode node) {
        return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(HindiText::strings);
    }

    /** The texts below a node that are properties of these names. */
    private static Stream<String> named(JsonNode node, Set<String> names) {
        var own = node.propertyStream()
                .filter(property ->
                        names.contains(property.getKey()) && property.getValue().isString())
                .map(property -> property.getValue().asString());
        return Stream.concat(own, node.valueStream().flatMap(below -> named(below, names)));
    }

    // The longest first: "Delhi" stands in "SB_Delhi_Diwali", too.
    private List<String> values() {
        var task = answer.path("task");
        return Stream.of(
                        members.stream(),
                        each(task.path("entities")).flatMap(HindiText::strings),
                        each(task.path("filters")).flatMap(filter -> strings(filter.path("value"))))
                .flatMap(values -> values)
                .filter(value -> !value.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
