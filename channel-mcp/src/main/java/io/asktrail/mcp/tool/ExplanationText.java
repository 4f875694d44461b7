package io.asktrail.mcp.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An explanation as text. Queries stand in the structure alone: people seldom read them, and they are long. */
final class ExplanationText {
    private ExplanationText() {}

    static String of(Explanation explanation) {
        var lines = new ArrayList<String>();
        lines.add(explanation.text());
        if (explanation.method() != null) {
            lines.add("How: " + explanation.method());
        }
        explanation.formulas().forEach(metric -> lines.add(formula(metric)));
        if (!words(explanation.words()).isEmpty()) {
            lines.add("Understood " + words(explanation.words()));
        }
        explanation.steps().forEach(step -> lines.add(step(step)));
        if (explanation.moreSteps() != null && explanation.moreSteps() > 0) {
            lines.add("… and %d more steps.".formatted(explanation.moreSteps()));
        }
        explanation.policies().forEach(policy -> lines.add("Policy: " + policy));
        explanation.caveats().forEach(caveat -> lines.add("Note: " + caveat.text()));
        explanation.assumptions().forEach(assumption -> lines.add("Assumed: " + assumption));
        if (explanation.today() != null) {
            lines.add("Today: " + explanation.today().text());
        }
        lines.add("Answer %s, registry %s.".formatted(explanation.answerId(), explanation.registryVersion()));
        return String.join("\n", lines);
    }

    private static String formula(Explanation.Formula metric) {
        return metric.formula() == null
                ? "%s (%s) is measured: %s".formatted(metric.label(), metric.metric(), metric.description())
                : "%s (%s) = %s".formatted(metric.label(), metric.metric(), metric.formula());
    }

    private static String words(List<Explanation.Word> words) {
        return words.stream()
                .filter(word -> !word.id().equalsIgnoreCase(word.text()))
                .map(word -> "“%s” as %s".formatted(word.text(), word.id()))
                .collect(Collectors.joining(", "));
    }

    private static String step(Explanation.Step step) {
        return step.error() == null
                ? "Step %s: %s by %s gave %d rows in %d ms"
                        .formatted(step.step(), step.tool(), step.agent(), step.rows(), step.ms())
                : "Step %s: %s by %s failed with %s".formatted(step.step(), step.tool(), step.agent(), step.error());
    }
}
