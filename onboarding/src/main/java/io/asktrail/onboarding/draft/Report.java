package io.asktrail.onboarding.draft;

import io.asktrail.onboarding.guess.ColumnGuess;
import io.asktrail.onboarding.guess.ColumnGuess.Role;
import io.asktrail.onboarding.guess.TableGuess;
import io.asktrail.onboarding.guess.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What was drafted and what was left to people, short enough to be read. */
public record Report(List<String> drafted, List<String> look, List<String> left) {
    private static final Set<String> REGIONS = Set.of("region", "state", "province", "territory", "geo", "county");

    public Report {
        drafted = List.copyOf(drafted);
        look = List.copyOf(look);
        left = List.copyOf(left);
    }

    static Report of(
            List<TableGuess> tables, List<MetricDraft> metrics, List<DimensionDraft> dimensions, List<String> left) {
        var all = new ArrayList<>(left);
        tables.forEach(table -> {
            all.addAll(table.left());
            table.columns().stream()
                    .filter(column -> column.role() == Role.UNSURE || column.role() == Role.UNUSABLE)
                    .map(column -> "%s.%s: %s.".formatted(table.name(), column.name(), column.why()))
                    .forEach(all::add);
        });
        return new Report(drafted(tables, metrics, dimensions), look(tables, metrics, dimensions), all);
    }

    private static List<String> drafted(
            List<TableGuess> tables, List<MetricDraft> metrics, List<DimensionDraft> dimensions) {
        var shown = metrics.stream().filter(metric -> !metric.hidden()).toList();
        return List.of(
                "%d tables, of which %d hold facts by day: %s."
                        .formatted(
                                tables.size(),
                                tables.stream().filter(TableGuess::isFact).count(),
                                join(tables.stream()
                                        .filter(TableGuess::isFact)
                                        .map(table -> table.name().toString()))),
                "%d metrics: %s."
                        .formatted(
                                shown.size(),
                                join(shown.stream().map(metric -> metric.name().label()))),
                "%d dimensions: %s."
                        .formatted(
                                dimensions.size(),
                                join(dimensions.stream()
                                        .map(dimension -> dimension.name().label()))));
    }

    private static List<String> look(
            List<TableGuess> tables, List<MetricDraft> metrics, List<DimensionDraft> dimensions) {
        var look = new ArrayList<String>();
        var without = metrics.stream()
                .filter(metric -> metric.unit().equals(Currencies.UNKNOWN) && !metric.hidden())
                .map(metric -> metric.name().id())
                .toList();
        if (!without.isEmpty()) {
            look.add(
                    "The currency of %s is not known; XXX stands for it. Draft again with --currency, or edit the unit."
                            .formatted(String.join(", ", without)));
        }
        tables.stream()
                .filter(TableGuess::isFact)
                .forEach(table ->
                        look.add("%s is bound by %s (%s).".formatted(table.name(), table.day(), table.dayWhy())));
        metrics.stream()
                .filter(metric -> metric.description().contains(" count, too."))
                .map(metric -> "%s: %s".formatted(metric.name().id(), metric.description()))
                .forEach(look::add);
        tables.forEach(table -> table.keys().stream()
                .filter(key -> !key.declared())
                .map(key -> "%s.%s leads to %s.%s (%s)."
                        .formatted(table.name(), key.column(), key.references(), key.referencedColumn(), key.why()))
                .forEach(look::add));
        tables.forEach(table -> personal(table).forEach(look::add));
        dimensions.stream()
                .filter(dimension -> Words.of(dimension.name().id()).hasAny(REGIONS))
                .findFirst()
                .ifPresent(region -> look.add(
                        ("Everybody sees every row. If people may see their own regions only, add 'row_filters:"
                                        + " [{claim: regions, dimension: %s}]' to the schemas.")
                                .formatted(region.name().id())));
        return look;
    }

    private static Stream<String> personal(TableGuess table) {
        return table.kept()
                .filter(column -> column.pii() != null)
                .map(column -> "%s.%s is taken for personal data (%s): %s."
                        .formatted(table.name(), column.name(), pii(column), column.why()));
    }

    private static String pii(ColumnGuess column) {
        return String.valueOf(column.pii()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String join(Stream<String> names) {
        return String.join(", ", names.toList());
    }

    /** As a page of Markdown. */
    public String text() {
        return "# The draft\n\n" + list(drafted) + "\n## Look at these\n\n" + list(look)
                + "\n## Left out or not sure\n\n" + list(left);
    }

    private static String list(List<String> sentences) {
        return sentences.isEmpty()
                ? "Nothing.\n"
                : String.join(
                        "",
                        sentences.stream()
                                .map(sentence -> "- " + sentence + "\n")
                                .toList());
    }
}
