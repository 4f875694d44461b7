package io.asktrail.onboarding.draft;

import io.asktrail.live.LiveName;
import io.asktrail.onboarding.draft.TakenNames.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number people ask for.
 *
 * @param synonyms what else it is called, in English
 * @param shape where the number comes from
 * @param hidden whether it is only a part of another one
 */
record MetricDraft(
        Name name,
        List<String> synonyms,
        String description,
        Shape shape,
        String unit,
        String direction,
        boolean hidden,
        List<String> remarks) {
    MetricDraft {
        synonyms = List.copyOf(synonyms);
        remarks = List.copyOf(remarks);
    }

    sealed interface Shape {}

    /** An aggregate over a table, of rows of one currency if {@code only} is given. */
    record Measured(
            LiveName table,
            String aggregate,
            @Nullable String column,
            @Nullable Only only) implements Shape {}

    record Only(String column, String value) {}

    /** A hundredth of another metric. */
    record Hundredth(String of) implements Shape {}

    boolean isMeasuredOn(LiveName table) {
        return shape instanceof Measured measured && measured.table.equals(table);
    }

    DraftedFile file() {
        var text = new StringBuilder();
        remarks.forEach(remark -> text.append(Yaml.comment(remark)));
        text.append("id: ").append(name.id()).append('\n');
        text.append("label: {en: ").append(Yaml.text(name.label())).append("}\n");
        if (!synonyms.isEmpty()) {
            text.append("synonyms:\n  en: ").append(Yaml.list(synonyms)).append('\n');
        }
        text.append("description: ").append(Yaml.text(description)).append('\n');
        if (hidden) {
            text.append("hidden: true\n");
        }
        switch (shape) {
            case Measured measured -> measured(text, measured);
            case Hundredth(var of) ->
                text.append("kind: derived\nformula: ").append(of).append(" * 0.01\n");
        }
        text.append("unit: ").append(unit).append('\n');
        text.append("direction: ").append(direction).append('\n');
        text.append("additivity: ")
                .append(addsUp() ? "additive" : "non_additive")
                .append('\n');
        text.append("rounding: {scale: ").append(unit.equals("count") ? 0 : 2).append(", mode: HALF_UP}\n");
        text.append("owner: nobody yet\n");
        return new DraftedFile("metrics/" + name.id() + ".yaml", text.toString());
    }

    private boolean addsUp() {
        return !(shape instanceof Measured(var _, var aggregate, var _, var _)) || !aggregate.equals("count_distinct");
    }

    private static void measured(StringBuilder text, Measured measured) {
        text.append("kind: measured\nmeasures:\n  - table: ").append(Yaml.text(measured.table.toString()));
        text.append("\n    aggregate: ").append(measured.aggregate).append('\n');
        if (measured.column != null) {
            text.append("    column: ").append(Yaml.text(measured.column)).append('\n');
        }
        if (measured.only != null) {
            text.append("    where: [{column: %s, op: \"=\", value: %s}]\n"
                    .formatted(Yaml.text(measured.only.column), Yaml.text(measured.only.value)));
        }
    }
}
