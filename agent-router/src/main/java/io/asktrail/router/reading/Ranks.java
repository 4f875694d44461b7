package io.asktrail.router.reading;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows come first, and how many of them. */
final class Ranks {
    private static final int DEFAULT_LIMIT = 10;

    private final Sentence sentence;
    private final Findings findings;
    private final @Nullable TaskSpec base;

    Ranks(Sentence sentence, Findings findings, @Nullable TaskSpec base) {
        this.sentence = sentence;
        this.findings = findings;
        this.base = base;
    }

    void apply(TaskSpec.Builder task, List<MetricId> metrics) {
        var rank = findings.rank;
        if (rank == null || metrics.isEmpty()) {
            keepOrder(task, metrics);
            return;
        }
        var metric = rank.metric() != null && metrics.contains(rank.metric()) ? rank.metric() : metricOfBase(metrics);
        task.orderBy(List.of(new Ordering(FieldId.of(metric), direction(rank, metric))));
        var open = rank.limit() == null
                && (rank.kind() == Findings.Rank.Kind.TOP || rank.kind() == Findings.Rank.Kind.BOTTOM);
        if (open) {
            findings.assumptions.add(Said.of(RouterSaying.NO_NUMBER).number(DEFAULT_LIMIT));
        }
        if (findings.sorts && base != null && base.limit() != null && rank.limit() == null) {
            // "sort by clicks" behind the ten with the most spend
            findings.assumptions.add(
                    Said.of(RouterSaying.AS_MANY_ROWS).number(base.limit()).metric(metric));
            task.limit(base.limit());
            return;
        }
        task.limit(open ? Integer.valueOf(DEFAULT_LIMIT) : rank.limit());
    }

    // The figure that was ranked by may have been replaced by another one.
    private void keepOrder(TaskSpec.Builder task, List<MetricId> metrics) {
        if (base != null && !metrics.isEmpty() && (findings.direction != null || findings.reversed)) {
            turn(task, base, metrics);
            return;
        }
        if (base == null || base.orderBy().isEmpty() || metrics.isEmpty()) {
            if (findings.limit != null) {
                findings.problems.add(
                        new Problem.Other(Said.of(RouterSaying.FIRST_BY_WHAT).number(findings.limit)));
            }
            return;
        }
        if (findings.limit != null) {
            task.limit(findings.limit);
        }
        if (findings.unsplit) {
            task.orderBy(List.of()).limit(null);
            return;
        }
        var before = base.orderBy().getFirst();
        var lost = sentence.registry().isMetric(before.field())
                && !metrics.contains(before.field().asMetric());
        if (lost) {
            task.orderBy(List.of(new Ordering(FieldId.of(metrics.getFirst()), before.direction())));
        }
        if (findings.diagnosis != null) {
            task.orderBy(List.of()).limit(null);
        }
    }

    // "lowest first", "reverse it": the same rows the other way round
    private void turn(TaskSpec.Builder task, TaskSpec before, List<MetricId> metrics) {
        var ordered = before.orderBy();
        if (before.groupBy().isEmpty() && !before.isSeries() || findings.direction == null && ordered.isEmpty()) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.ORDER_WHAT)));
            return;
        }
        var opposite =
                !ordered.isEmpty() && ordered.getFirst().direction() == Direction.DESC ? Direction.ASC : Direction.DESC;
        var direction = findings.direction != null ? findings.direction : opposite;
        if (before.limit() != null && direction == opposite) {
            findings.assumptions.add(Said.of(RouterSaying.OTHER_END).number(before.limit()));
        }
        task.orderBy(List.of(new Ordering(FieldId.of(metricOfBase(metrics)), direction)));
    }

    private MetricId metricOfBase(List<MetricId> metrics) {
        return base == null
                ? metrics.getFirst()
                : base.orderBy().stream()
                        .map(ordering -> ordering.field().asMetric())
                        .filter(metrics::contains)
                        .findFirst()
                        .orElse(metrics.getFirst());
    }

    private Direction direction(Findings.Rank rank, MetricId metric) {
        var good = sentence.registry().metric(metric).good();
        if (findings.direction != null) {
            return findings.direction;
        }
        return switch (rank.kind()) {
            case HIGHEST -> Direction.DESC;
            case LOWEST -> Direction.ASC;
            case BEST -> good == GoodDirection.DOWN ? Direction.ASC : Direction.DESC;
            case WORST -> good == GoodDirection.DOWN ? Direction.DESC : Direction.ASC;
            case TOP -> end(metric, Direction.DESC);
            case BOTTOM -> end(metric, Direction.ASC);
        };
    }

    // "Top 5 by refunds" are the most refunds; "top 5 by ACOS" may be the best or the highest.
    private Direction end(MetricId metric, Direction byNumber) {
        var definition = sentence.registry().metric(metric);
        if (definition.good() == GoodDirection.DOWN && definition.additivity() == Additivity.RATIO) {
            findings.problems.add(
                    new Problem.WhichEnd(Said.of(RouterSaying.WHICH_END).metric(metric)));
        }
        return byNumber;
    }
}
