package io.asktrail.insights;

import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.insights.Changes.Change;
import io.asktrail.registry.Registry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares a change out over the members of each dimension, so that the rows of each come to the whole. */
final class Contributions {
    private static final int SHOWN = 5;
    private static final int SHARE_SCALE = 4;

    // Ties stand in the order of their names, so that the same data give the same table.
    private static final Comparator<Change> MOST_MOVED = Comparator.comparing(
                    (Change change) -> change.change().abs())
            .reversed()
            .thenComparing(Change::member);

    private final Registry registry;
    private final MetricId metric;
    private final Change whole;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Contributions(Registry registry, MetricId metric, Changes whole) {
        this.registry = registry;
        this.metric = metric;
        this.whole = whole.sum("");
        add(null, this.whole, null);
    }

    /** The members of a dimension, those that moved most first. */
    void add(DimensionId dimension, Changes changes) {
        var label = registry.dimension(dimension).names().english();
        var moved = changes.all().stream().sorted(MOST_MOVED).toList();
        moved.stream().limit(SHOWN).forEach(change -> add(label, change, change.member()));
        if (moved.size() > SHOWN) {
            var others = new Changes(moved.subList(SHOWN, moved.size()));
            var name = "all other %d".formatted(others.all().size());
            add(label, others.sum(name), name);
        }
        var seen = changes.sum("");
        var residual =
                new Change("", whole.now().subtract(seen.now()), whole.before().subtract(seen.before()));
        if (residual.now().signum() != 0 || residual.before().signum() != 0) {
            add(label, residual, "in no row of these");
        }
    }

    private void add(@Nullable String part, Change change, @Nullable String member) {
        var row = new ArrayList<@Nullable Object>();
        row.add(part);
        row.add(member);
        row.add(change.now());
        row.add(change.before());
        row.add(change.change());
        row.add(share(change.change()));
        rows.add(row);
    }

    private @Nullable BigDecimal share(BigDecimal change) {
        return whole.change().signum() == 0 ? null : change.divide(whole.change(), SHARE_SCALE, RoundingMode.HALF_UP);
    }

    Table table() {
        var names = registry.metric(metric).names().english();
        var unit = registry.metric(metric).unit().text();
        return new Table(
                List.of(
                        new Column(InsightsAgent.PART, "By", ColumnType.TEXT, null),
                        new Column(InsightsAgent.MEMBER, "Part", ColumnType.TEXT, null),
                        new Column(metric.value(), names, ColumnType.NUMBER, unit),
                        new Column(metric.value() + ".previous", names + " before", ColumnType.NUMBER, unit),
                        new Column(metric.value() + ".change", "Change", ColumnType.NUMBER, unit),
                        new Column(
                                metric.value() + InsightsAgent.SHARE_OF_CHANGE,
                                "Share of the change",
                                ColumnType.NUMBER,
                                "percent")),
                rows);
    }
}
