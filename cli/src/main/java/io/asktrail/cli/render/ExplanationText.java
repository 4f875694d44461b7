package io.asktrail.cli.render;

import io.asktrail.cli.answer.Explanation;
import io.asktrail.cli.answer.Explanation.PlannedStep;
import io.asktrail.cli.answer.Explanation.TakenStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an answer came about: which words became what, the plan, the steps with their queries, the rules. */
public final class ExplanationText {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    private ExplanationText(int columns) {
        this.columns = columns;
    }

    /** @param columns how wide a line may be */
    public static List<String> lines(Explanation explanation, int columns) {
        return new ExplanationText(columns).lines(explanation);
    }

    private List<String> lines(Explanation explanation) {
        if (explanation.readBy() != null) {
            section("Reading (by %s, confidence %s)".formatted(explanation.readBy(), explanation.confidence()));
            rows(explanation.spans().stream()
                    .map(span -> List.of("“" + Printable.of(span.text()) + "”", span.role(), span.id()))
                    .toList());
        }
        line("  Task: ", explanation.task());
        if (!explanation.plan().isEmpty()) {
            section("Plan");
            rows(explanation.plan().stream().map(ExplanationText::row).toList());
        }
        if (!explanation.trail().isEmpty()) {
            section("Steps");
            explanation.trail().forEach(this::step);
        }
        section("Rules: %d passed, %d stopped something"
                .formatted(explanation.rulesPassed(), explanation.stopped().size()));
        explanation.stopped().forEach(rule -> line("  ", rule));
        explanation.policies().forEach(policy -> line("  Policy: ", policy));
        explanation.freshness().forEach(source -> line("  Held: ", source));
        line("  Registry: ", explanation.registryVersion());
        line("  Trace: ", explanation.traceId());
        return lines;
    }

    private static List<String> row(PlannedStep step) {
        return List.of(step.id(), step.tool(), step.from().isEmpty() ? "" : "from " + String.join(", ", step.from()));
    }

    private void step(TakenStep step) {
        line(
                "  ",
                "%s  %s  %s rows  %s ms%s%s"
                        .formatted(
                                step.id(),
                                step.agent(),
                                step.rows(),
                                step.ms(),
                                step.cache().equals("miss") ? "" : "  cache " + step.cache(),
                                step.error() == null ? "" : "  " + step.error()));
        line("    ", step.query());
    }

    private void section(String title) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title);
    }

    private void line(String lead, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.addAll(Paragraph.lines(lead, text, columns));
        }
    }

    private void rows(List<List<String>> rows) {
        var widths = new int[3];
        rows.forEach(row -> {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        });
        rows.forEach(row -> lines.add("  %s  %s  %s"
                .formatted(
                        DisplayWidth.padRight(row.get(0), widths[0]),
                        DisplayWidth.padRight(row.get(1), widths[1]),
                        row.get(2))
                .stripTrailing()));
    }
}
