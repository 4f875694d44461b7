package io.asktrail.composer.text;

import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A ranking or a breakdown: who leads and by how much, who follows, what all come to. */
record Members(Prose prose, Phrases phrases) {
    private static final int FOLLOWERS = 2;
    private static final int SHARE_SCALE = 6;

    void tell() {
        conditions();
        var shown = phrases.shown();
        var metric = leading();
        var ascending = ascending(metric);
        var leader = leader(metric, ascending);
        if (leader.isEmpty()) {
            phrases.sentence("members.none")
                    .with("dimension", dimension())
                    .with("metric", phrases.inSentence(metric))
                    .with("when", phrases.whenAndWhere())
                    .into(prose);
            return;
        }
        lead(metric, leader.get(), ascending);
        followers(metric, leader.get());
        others(metric, leader.get());
        nobody(metric);
        total(metric);
    }

    // What belongs to no member is no member that could lead; if there is nothing else, it is told all the same.
    private Optional<Integer> leader(MetricId metric, boolean ascending) {
        var named = named().filter(row -> phrases.shown().number(row, metric.value()) != null)
                .toList();
        Comparator<Integer> order = Comparator.comparing(
                row -> Objects.requireNonNull(phrases.shown().number(row, metric.value())));
        return (ascending ? named.stream().min(order) : named.stream().max(order))
                .or(() -> phrases.shown().highest(metric.value()));
    }

    private Stream<Integer> named() {
        return IntStream.range(0, phrases.shown().table().size())
                .filter(this::isNamed)
                .boxed();
    }

    private boolean isNamed(int row) {
        return !phrases.shown().isOthers(row)
                && phrases.shown().categories().stream()
                        .noneMatch(
                                category -> phrases.shown().text(row, category).isEmpty());
    }

    // Many together are no member that could lead or follow.
    private void others(MetricId metric, int leader) {
        IntStream.range(0, phrases.shown().table().size())
                .filter(row -> row != leader
                        && phrases.shown().isOthers(row)
                        && phrases.shown().number(row, metric.value()) != null)
                .forEach(row -> phrases.sentence("members.others")
                        .with("name", phrases.name(row))
                        .with("value", phrases.cell(row, metric.value()))
                        .with("share", within -> share(within, metric, row))
                        .into(prose));
    }

    // The part of campaigns that are aimed at no state, of orders without a city.
    private void nobody(MetricId metric) {
        var shown = phrases.shown();
        var rows = IntStream.range(0, shown.table().size())
                .filter(row -> !isNamed(row) && !shown.isOthers(row) && shown.number(row, metric.value()) != null)
                .toArray();
        if (rows.length == 1
                && shown.categories().size() == 1
                && named().findAny().isPresent()) {
            phrases.sentence("members.nobody")
                    .with("dimension", dimension())
                    .with("value", phrases.cell(rows[0], metric.value()))
                    .with("share", within -> share(within, metric, rows[0]))
                    .into(prose);
        }
    }

    // How many meet a condition on a number, before who leads among them.
    private void conditions() {
        var shown = phrases.shown();
        var conditions = new Conditions(phrases);
        if (conditions.isEmpty() || shown.task().limit() != null) {
            return;
        }
        var rows = BigDecimal.valueOf(shown.table().size());
        var one = phrases.shown().table().size() == 1;
        var noun = shown.categories().size() > 1
                ? shown.words().of(one ? "members.row" : "members.rows")
                : phrases.noun(new DimensionId(shown.categories().getFirst()), one);
        phrases.sentence("members.conditions")
                .with("count", within -> within.derived(phrases.written(rows, "count"), rows, "count(rows)"))
                .with("noun", noun)
                .with("conditions", conditions.told(one))
                .into(prose);
    }

    private MetricId leading() {
        var shown = phrases.shown();
        return shown.task().orderBy().stream()
                .map(ordering -> new MetricId(ordering.field().value()))
                .filter(shown.metrics()::contains)
                .findFirst()
                .orElse(shown.metrics().getFirst());
    }

    private boolean ascending(MetricId metric) {
        return phrases.shown().task().orderBy().stream()
                .anyMatch(ordering ->
                        ordering.field().value().equals(metric.value()) && ordering.direction() == Direction.ASC);
    }

    private String dimension() {
        return Labels.inSentence(phrases.shown()
                .labels()
                .of(new DimensionId(phrases.shown().categories().getFirst())));
    }

    private void lead(MetricId metric, int row, boolean ascending) {
        phrases.sentence(
                        phrases.shown().table().size() == 1
                                ? "members.only"
                                : ascending ? "members.lowest" : "members.highest")
                .with("name", phrases.name(row))
                .with("metric", phrases.inSentence(metric))
                .with("when", phrases.whenAndWhere())
                .with("value", phrases.cell(row, metric.value()))
                .with("share", within -> share(within, metric, row))
                .with(
                        "others",
                        within -> others(metric)
                                .forEach(other -> phrases.sentence("members.other")
                                        .with("metric", phrases.inSentence(other))
                                        .with("value", phrases.cell(row, other.value()))
                                        .within(within)))
                .into(prose);
    }

    private List<MetricId> others(MetricId metric) {
        return phrases.shown().metrics().stream()
                .filter(other -> !other.equals(metric))
                .toList();
    }

    // Of the column if there is one; else of the total, where the parts add up to it and none is negative.
    private void share(Prose within, MetricId metric, int row) {
        var shown = phrases.shown();
        var column = metric.value() + Shown.SHARE;
        var value = shown.number(row, metric.value());
        var total = shown.total(metric.value());
        if (shown.has(column) && shown.number(row, column) != null) {
            share(within, phrases.cell(row, column));
        } else if (value != null
                && total != null
                && total.signum() > 0
                && shown.table().size() > 1
                && shown.isAdditive(metric)
                && shown.lowest(metric.value()).map(r -> notNegative(r, metric)).orElse(false)) {
            var share = value.divide(total, SHARE_SCALE, RoundingMode.HALF_UP);
            // A ranking shows some of the rows that its total counts.
            var whole = isSum(total, metric) ? "sum" : "total";
            share(
                    within,
                    inner -> inner.derived(
                            phrases.written(share, "percent"),
                            share,
                            "%s[%d]/%s(%s)".formatted(metric, row, whole, metric)));
        }
    }

    private boolean isSum(BigDecimal total, MetricId metric) {
        return IntStream.range(0, phrases.shown().table().size())
                        .mapToObj(row -> phrases.shown().number(row, metric.value()))
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(total)
                == 0;
    }

    private void share(Prose within, Sentence.Part value) {
        phrases.sentence("members.share").with("value", value).within(within);
    }

    private boolean notNegative(int row, MetricId metric) {
        var lowest = phrases.shown().number(row, metric.value());
        return lowest != null && lowest.signum() >= 0;
    }

    private void followers(MetricId metric, int leader) {
        var shown = phrases.shown();
        var next = new ArrayList<Integer>();
        for (var row = 0; row < shown.table().size() && next.size() < FOLLOWERS; row++) {
            if (row != leader && isNamed(row) && shown.number(row, metric.value()) != null) {
                next.add(row);
            }
        }
        // Only where the rows stand in the order of this number do the next rows follow.
        if (leader != named().findFirst().orElse(0) || next.isEmpty()) {
            return;
        }
        var sentence = phrases.sentence(next.size() == 1 ? "members.next.one" : "members.next.two")
                .with("first", follower(next.getFirst(), metric))
                .with("second", follower(next.getLast(), metric));
        sentence.into(prose);
    }

    private Sentence.Part follower(int row, MetricId metric) {
        return within -> phrases.sentence("members.follower")
                .with("name", phrases.name(row))
                .with("value", phrases.cell(row, metric.value()))
                .within(within);
    }

    private void total(MetricId metric) {
        if (phrases.shown().total(metric.value()) != null
                && phrases.shown().table().size() > 1) {
            phrases.sentence(phrases.shown().isAdditive(metric) ? "members.sum" : "members.overall")
                    .with("value", phrases.total(metric.value()))
                    .into(prose);
        }
    }
}
