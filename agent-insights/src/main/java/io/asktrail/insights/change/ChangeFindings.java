package io.asktrail.insights.change;

import static io.asktrail.contracts.diagnosis.FindingColumns.MEMBER;
import static io.asktrail.contracts.diagnosis.FindingColumns.PART;
import static io.asktrail.contracts.diagnosis.FindingColumns.SHARE_OF_CHANGE;
import static io.asktrail.contracts.diagnosis.FindingColumns.STEPS;
import static io.asktrail.contracts.diagnosis.FindingColumns.USUAL_HIGH;
import static io.asktrail.contracts.diagnosis.FindingColumns.USUAL_LOW;

import io.asktrail.contracts.diagnosis.Found;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.insights.seen.FindingTable;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Sharing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a number changed: as a whole, by the factors it is made of, by the members of each dimension. */
public final class ChangeFindings {
    private static final int SHOWN = 5;
    private static final int SHARE_SCALE = 4;

    /** A ratio is shared out with more digits than it is read with: parts of a small change are smaller still. */
    private static final int FINER = 2;

    private static final String PREVIOUS = ".previous";
    private static final String CHANGE = ".change";

    /** A row of one part: a member with what it adds. */
    private record Contribution(Movement movement, BigDecimal part) {}

    private final Registry registry;
    private final MetricDefinition metric;
    private final Optional<Sharing> sharing;
    private final SeenRows seenWhole;
    private final BigDecimal change;
    private final FindingTable table;

    private ChangeFindings(
            Registry registry, MetricDefinition metric, Optional<Sharing> sharing, SeenRows whole, BigDecimal change) {
        this.registry = registry;
        this.metric = metric;
        this.sharing = sharing;
        this.seenWhole = whole;
        this.change = change;
        this.table = columns();
    }

    /** Empty where how much it changed as a whole is not known: there is nothing to share out. */
    public static Optional<Table> of(Registry registry, TaskSpec task, List<SeenRows> seen) {
        var metric = registry.metric(task.metrics().getFirst());
        var whole = seen.stream()
                .filter(rows -> rows.isCompared() && rows.categories().isEmpty() && rows.size() > 0)
                .findFirst();
        var sharing = Sharing.of(registry, metric.id());
        return whole.flatMap(rows -> change(sharing, metric.id(), rows)
                .map(change -> new ChangeFindings(registry, metric, sharing, rows, change).table(seen)));
    }

    private static Optional<BigDecimal> change(Optional<Sharing> sharing, MetricId metric, SeenRows whole) {
        if (sharing.isPresent()) {
            var movement = new Measuring(sharing.get()).sum(whole);
            var now = movement.now().value();
            var before = movement.before().value();
            return now == null || before == null ? Optional.empty() : Optional.of(now.subtract(before));
        }
        var now = whole.number(0, metric.value());
        var before = whole.number(0, metric.value() + PREVIOUS);
        return now == null || before == null ? Optional.empty() : Optional.of(now.subtract(before));
    }

    private FindingTable columns() {
        return new FindingTable(registry)
                .text(PART, "By")
                .members("Part")
                .metric(metric.id(), "", "")
                .metric(metric.id(), PREVIOUS, ", earlier period")
                .metric(metric.id(), CHANGE, ", change")
                .number(
                        metric.id().value() + SHARE_OF_CHANGE,
                        metric.names().english() + ", share of the change",
                        "percent");
    }

    private Table table(List<SeenRows> seen) {
        var row = table.row();
        seenWhole(row);
        swing(seen).ifPresent(swing -> {
            table.metric(metric.id(), USUAL_LOW, ", usual change from");
            table.metric(metric.id(), USUAL_HIGH, ", usual change to");
            row.put(metric.id().value() + USUAL_LOW, scaled(swing.low()))
                    .put(metric.id().value() + USUAL_HIGH, scaled(swing.high()));
        });
        if (change.signum() != 0) {
            steps();
        }
        sharing.ifPresent(how -> seen.stream()
                .filter(rows -> rows.isCompared() && rows.categories().size() == 1)
                .forEach(rows -> members(how, rows.categories().getFirst(), rows)));
        return table.table();
    }

    private void seenWhole(FindingTable.Row row) {
        row.put(metric.id().value(), seenWhole.number(0, metric.id().value()))
                .put(
                        metric.id().value() + PREVIOUS,
                        seenWhole.number(0, metric.id().value() + PREVIOUS))
                .put(metric.id().value() + CHANGE, scaled(change))
                .put(metric.id().value() + SHARE_OF_CHANGE, share(change));
    }

    private Optional<Swing> swing(List<SeenRows> seen) {
        var task = seenWhole.look();
        return sharing.flatMap(how -> seen.stream()
                .filter(rows -> rows.isSeries() && rows.categories().isEmpty())
                .findFirst()
                .flatMap(days ->
                        Swing.of(new Measuring(how), days, task.period(), Objects.requireNonNull(task.compare()))));
    }

    private void steps() {
        var factors = Steps.of(registry, metric, seenWhole);
        var effects = Shares.rounded(Steps.effects(factors), change, scale());
        for (var i = 0; i < factors.size(); i++) {
            var factor = factors.get(i);
            var row = table.row()
                    .put(PART, STEPS)
                    .found(factor.found())
                    .put(MEMBER, factor.about())
                    .put(metric.id().value() + CHANGE, effects.get(i))
                    .put(metric.id().value() + SHARE_OF_CHANGE, share(effects.get(i)));
            own(factor, row);
        }
    }

    private void own(Steps.Factor factor, FindingTable.Row row) {
        if (factor.own() == null) {
            return;
        }
        var definition = registry.metric(factor.own());
        table.metric(factor.own(), "", "").metric(factor.own(), PREVIOUS, ", earlier period");
        row.put(factor.own().value(), definition.rounding().apply(factor.shown(factor.now())))
                .put(factor.own().value() + PREVIOUS, definition.rounding().apply(factor.shown(factor.before())));
    }

    private void members(Sharing how, DimensionId dimension, SeenRows rows) {
        var measuring = new Measuring(how);
        var whole = measuring.sum(seenWhole);
        var all = contributions(measuring.of(rows), whole);
        var left = whole.minus(measuring.sum(rows)).as(how.overlapping() ? Found.COUNTED_TWICE : Found.NOWHERE, "");
        var shown = new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
        if (all.size() > SHOWN) {
            var others = all.subList(SHOWN, all.size());
            var sum = measuring
                    .sum(others.stream().map(Contribution::movement).toList())
                    .as(Found.OTHERS, Integer.toString(others.size()));
            shown.addAll(contributions(List.of(sum), whole));
        }
        if (!left.isNothing()) {
            shown.addAll(contributions(List.of(left), whole));
        }
        var parts = Shares.rounded(shown.stream().map(Contribution::part).toList(), change, scale());
        for (var i = 0; i < shown.size(); i++) {
            member(dimension, shown.get(i).movement(), parts.get(i));
        }
    }

    // Ties stand in the order of their names, so that the same data give the same table.
    private static List<Contribution> contributions(List<Movement> movements, Movement whole) {
        return movements.stream()
                .map(movement -> new Contribution(movement, movement.part(whole)))
                .sorted(Comparator.comparing((Contribution contribution) ->
                                contribution.part().abs())
                        .reversed()
                        .thenComparing(contribution -> contribution.movement().member()))
                .toList();
    }

    private void member(DimensionId dimension, Movement movement, BigDecimal part) {
        var row = table.row().put(PART, dimension.value());
        whom(movement, row)
                .put(metric.id().value(), rounded(movement.now().value()))
                .put(metric.id().value() + PREVIOUS, rounded(movement.before().value()))
                .put(metric.id().value() + CHANGE, part)
                .put(metric.id().value() + SHARE_OF_CHANGE, share(part));
    }

    private static FindingTable.Row whom(Movement movement, FindingTable.Row row) {
        var found = movement.found();
        if (found == null) {
            return row.member(movement.member());
        }
        return row.found(found).put(MEMBER, movement.member().isEmpty() ? null : movement.member());
    }

    private @Nullable BigDecimal rounded(@Nullable BigDecimal exact) {
        return exact == null ? null : metric.rounding().apply(exact);
    }

    private BigDecimal scaled(BigDecimal exact) {
        return exact.setScale(scale(), RoundingMode.HALF_UP);
    }

    private int scale() {
        var isRatio = sharing.isEmpty() || sharing.get().bottom() != null;
        return metric.rounding().scale() + (isRatio ? FINER : 0);
    }

    private @Nullable BigDecimal share(BigDecimal part) {
        return change.signum() == 0 ? null : part.divide(change, SHARE_SCALE, RoundingMode.HALF_UP);
    }
}
