package io.asktrail.composer.shown;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Names;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The heads of a table's columns in the language of the answer. Agents write them in English, for everyone at once. */
record Heads(Labels labels, TaskSpec task) {
    private static final String HEAD = "head.";

    Column of(Column column) {
        return new Column(column.id(), label(column), column.type(), column.unit());
    }

    private String label(Column column) {
        return ofFindings(column.id())
                .or(() -> ofMember(column))
                .orElseGet(() -> column.id().equals(Shown.COUNT) ? counted(column) : ofNamed(column));
    }

    // A pivot's column has the member's name behind the metric's, in its id and in its label.
    private Optional<String> ofMember(Column column) {
        return task.calculations().stream()
                .filter(each -> each.kind() == Calculation.Kind.PIVOT && each.of() != null)
                .flatMap(pivot -> member(column, pivot).stream())
                .findFirst();
    }

    private Optional<String> member(Column column, Calculation pivot) {
        var across = Objects.requireNonNull(pivot.of());
        var before = "%s.%s=".formatted(pivot.metric(), across);
        var member = column.id().startsWith(before) ? column.id().substring(before.length()) : "";
        if (member.isEmpty() || !column.label().endsWith(", " + member)) {
            return Optional.empty();
        }
        var metric = column.label().substring(0, column.label().length() - member.length() - 2);
        var whole = new Column(String.valueOf(pivot.metric()), metric, column.type(), column.unit());
        var named = member.equals(Calculation.NOBODY)
                ? words().of("member.none", "dimension", Labels.inSentence(labels.of(across)))
                : new Others(task, words()).of(member);
        return Optional.of("%s, %s".formatted(ofNamed(whole), named));
    }

    private Optional<String> ofFindings(String id) {
        return task.diagnosis() == null ? Optional.empty() : key(HEAD + id).map(words()::of);
    }

    // What a column of findings is called may depend on the diagnosis: whose spend, or which part of a change.
    private Optional<String> key(String general) {
        var diagnosis = task.diagnosis();
        var special = diagnosis == null
                ? Stream.<String>empty()
                : Stream.of(general + "." + diagnosis.kind().name().toLowerCase(Locale.ROOT));
        return Stream.concat(special, Stream.of(general)).filter(words()::has).findFirst();
    }

    private String counted(Column column) {
        return task.calculations().stream()
                .map(Calculation::of)
                .filter(Objects::nonNull)
                .findFirst()
                .map(dimension -> words().of("head.count", "dimension", labels.of(dimension)))
                .orElse(column.label());
    }

    // A head that says more than a name of the registry, such as the basis of a number, keeps what it says.
    private String ofNamed(Column column) {
        var dot = column.id().indexOf('.');
        var base = dot < 0 ? column.id() : column.id().substring(0, dot);
        var rest = dot < 0 ? "" : column.id().substring(dot);
        return names(base)
                .filter(names -> column.label().startsWith(names.english()))
                .map(names -> headed(names, rest, column))
                .orElse(column.label());
    }

    private Optional<Names> names(String id) {
        return Stream.concat(
                        labels.registry().findMetric(new MetricId(id)).stream().map(metric -> metric.names()),
                        labels.registry().findDimension(new DimensionId(id)).stream()
                                .map(dimension -> dimension.names()))
                .findFirst();
    }

    private String headed(Names names, String rest, Column column) {
        var label = names.in(words().language().tag());
        if (rest.isEmpty()) {
            return label + column.label().substring(names.english().length());
        }
        var isRate = "percent".equals(column.unit()) && rest.equals(Shown.CHANGE);
        return key("head" + rest + (isRate ? "_points" : ""))
                .map(key -> words().of(key, "name", label))
                .orElseGet(
                        () -> label + column.label().substring(names.english().length()));
    }

    private Words words() {
        return labels.words();
    }
}
