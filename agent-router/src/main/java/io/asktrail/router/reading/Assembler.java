package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Export;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts findings together into a task; what is missing becomes a problem. */
final class Assembler {
    private static final MetricId SPEND = new MetricId("spend");
    private static final MetricId BUDGET = new MetricId("budget");

    private final Sentence sentence;
    private final Findings findings;
    private final ZoneId tz;
    private final @Nullable TaskSpec base;
    private final Conditions conditions;

    Assembler(Sentence sentence, Findings findings, ZoneId tz, @Nullable TaskSpec base) {
        this.sentence = sentence;
        this.findings = findings;
        this.tz = tz;
        this.base = base;
        conditions = new Conditions(sentence, findings, base);
    }

    /** The task; null if too little is known for one. */
    @Nullable
    TaskSpec assemble() {
        if (findings.help != null) {
            if (!findings.kept.isEmpty()
                    || !findings.bounds.isEmpty()
                    || findings.rank != null
                    || !findings.times.isEmpty()
                    || findings.currency != null
                    || findings.ratePolicy != null
                    || !IntentWords.isBare(findings)) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.EXPLANATION_OR_FIGURE)));
            }
            return new TaskSpec.Builder(Intent.META_HELP, findings.explained, null)
                    .help(findings.help)
                    .build();
        }
        var metrics = metrics();
        var intent = intent();
        if (metrics.isEmpty() && !(intent == Intent.DIAGNOSTICS && findings.diagnosis != Diagnosis.Kind.CHANGE)) {
            metrics = usual();
            if (metrics.isEmpty()) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.WHICH_FIGURE)));
                return null;
            }
            whichFigure(metrics);
            metrics = List.of(metrics.getFirst());
        }
        var period = new TaskDays(sentence, findings, tz, base).period();
        var builder = base == null ? new TaskSpec.Builder(intent, metrics, period) : base.toBuilder();
        builder.intent(intent).metrics(metrics).time(period).groupBy(groupBy());
        builder.entities(conditions.entities()).filters(conditions.filters(metrics));
        builder.compare(new Comparisons(sentence, findings, base).of(period));
        builder.scopes(findings.scopes.isEmpty() && base != null ? base.scopes() : findings.scopes);
        builder.calculations(calculations(metrics)).diagnosis(diagnosis()).export(export());
        builder.currency(new CurrencyWords(sentence, findings).asked(base, conditions.filters(metrics)));
        new Ranks(sentence, findings, base).apply(builder, metrics);
        if (base != null) {
            UnsplitWords.ofWhich(sentence, findings, base);
        }
        var task = builder.build();
        check(task);
        return task;
    }

    private List<MetricId> metrics() {
        var bounded = findings.bounds.stream()
                .map(Findings.Bound::metric)
                .filter(Objects::nonNull)
                .toList();
        var named = findings.metricIds();
        var all = new LinkedHashSet<MetricId>();
        if (base != null) {
            var replacing =
                    named.stream().filter(metric -> !bounded.contains(metric)).toList();
            var sortsOnly = findings.rank != null
                    && !findings.rankedAnew
                    && replacing.size() == 1
                    && replacing.getFirst().equals(findings.rank.metric())
                    && (findings.sorts || findings.groups.isEmpty() && findings.rank.limit() != null);
            if (replacing.isEmpty() || findings.also || sortsOnly || !findings.dropped.isEmpty()) {
                all.addAll(base.metrics());
            }
        }
        all.addAll(named);
        findings.dropped.forEach(use -> all.remove(use.metric()));
        return diagnosed(List.copyOf(all));
    }

    private List<MetricId> diagnosed(List<MetricId> metrics) {
        if (findings.diagnosis == Diagnosis.Kind.PACING && (metrics.isEmpty() || metrics.equals(List.of(BUDGET)))) {
            return known(SPEND, BUDGET);
        }
        var ofMoney = findings.diagnosis == Diagnosis.Kind.WASTE || findings.diagnosis == Diagnosis.Kind.SEARCH_TERMS;
        return ofMoney && metrics.isEmpty() ? known(SPEND) : metrics;
    }

    // "campaigns that dropped": one question back, not two
    private void whichFigure(List<MetricId> metrics) {
        if (findings.problems.size() == 1
                && findings.problems.getFirst() instanceof Problem.ByGrowth(var reason, var _)) {
            findings.problems.set(0, new Problem.ByGrowth(reason, metrics));
        } else {
            findings.problems.add(new Problem.WhichMetric(Said.of(RouterSaying.WHICH_FIGURE), metrics));
        }
    }

    /** Figures to be offered where none was named, and something else was. */
    private List<MetricId> usual() {
        if (findings.isEmpty() && findings.times.isEmpty()) {
            return List.of();
        }
        var ofAds = Stream.concat(
                        findings.groups.stream().map(Findings.Group::dimension),
                        findings.kept.stream().map(Findings.Kept::dimension))
                .anyMatch(sentence.ads()::isOfAds);
        return sentence.registry().metrics().values().stream()
                .filter(metric -> metric.offered() != null && isOfAds(metric) == ofAds)
                .sorted(Comparator.comparing(metric -> Objects.requireNonNull(metric.offered())))
                .map(MetricDefinition::id)
                .toList();
    }

    private boolean isOfAds(MetricDefinition metric) {
        return sentence.ads().isAnyOfAds(List.of(metric.id()));
    }

    private List<MetricId> known(MetricId... ids) {
        return List.of(ids).stream()
                .filter(id -> sentence.registry().findMetric(id).isPresent())
                .toList();
    }

    private Intent intent() {
        if (findings.diagnosis != null) {
            return Intent.DIAGNOSTICS;
        }
        if (findings.format != null) {
            return Intent.DATA_EXPORT;
        }
        return base == null ? Intent.ANALYTICS_QUERY : base.intent();
    }

    private @Nullable Diagnosis diagnosis() {
        return findings.diagnosis != null
                ? new Diagnosis(findings.diagnosis, findings.diagnosis == Diagnosis.Kind.CHANGE ? findings.claim : null)
                : base == null ? null : base.diagnosis();
    }

    private @Nullable Export export() {
        return findings.format != null ? new Export(findings.format) : base == null ? null : base.export();
    }

    private List<DimensionId> groupBy() {
        var groups = new LinkedHashSet<DimensionId>();
        var named = findings.groups.stream()
                .map(Findings.Group::dimension)
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .toList();
        var replaced =
                !named.isEmpty() || (findings.instead && findings.grain != null && base != null && !base.isSeries());
        if (base != null && (!replaced || findings.also)) {
            groups.addAll(base.groupBy());
        }
        groups.removeAll(findings.ungrouped);
        if (findings.unsplit) {
            groups.clear();
        }
        groups.addAll(named);
        if (findings.comparedDimension != null) {
            groups.add(findings.comparedDimension);
        }
        return List.copyOf(groups);
    }

    private List<Calculation> calculations(List<MetricId> metrics) {
        var all = new ArrayList<Calculation>(base == null ? List.of() : base.calculations());
        if (metrics.isEmpty() && (!findings.calculations.isEmpty() || findings.horizon != null)) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.WORK_OUT_WHICH)));
            return List.copyOf(all);
        }
        for (var kind : findings.calculations) {
            var metric = metrics.getFirst();
            all.add(
                    switch (kind) {
                        case MOVING_AVERAGE -> new Calculation(kind, metric, findings.window, null, null);
                        case OTHERS -> new Calculation(kind, null, null, null, null);
                        case PIVOT -> new Calculation(kind, metric, null, lastGroup(), null);
                        case SHARE_OF_TOTAL, RUNNING_TOTAL, RANK, PER_DAY, COUNT, FORECAST ->
                            Calculation.of(kind, metric);
                    });
        }
        if (findings.horizon != null) {
            all.add(new Calculation(Calculation.Kind.FORECAST, metrics.getFirst(), null, null, findings.horizon));
        }
        if (findings.countOf != null) {
            all.add(new Calculation(Calculation.Kind.COUNT, null, null, findings.countOf, null));
        }
        return List.copyOf(all);
    }

    // "by state and channel": the channels become columns.
    private @Nullable DimensionId lastGroup() {
        return findings.groups.stream()
                .map(Findings.Group::dimension)
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    // "our biggest campaign's ad groups"
    private boolean isOfOneGroup() {
        return findings.groups.stream().anyMatch(group -> group.singular() && group.at() == findings.rankAt + 1);
    }

    // "the top 3 campaigns in each channel"
    private Optional<DimensionId> perGroup() {
        var words = sentence.words();
        return findings.rank == null || findings.groups.size() < 2
                ? Optional.empty()
                : findings.groups.stream()
                        .filter(group -> words.isAny(words.skipLinksBack(group.at()), Cue.PER)
                                || words.isAny(group.at() - 1, Cue.PER))
                        .map(Findings.Group::dimension)
                        .findFirst();
    }

    // "SP, SB and SD: monthly ACOS": to keep all there is narrows nothing, so a split may be meant.
    private void everyValue(TaskSpec task) {
        if (base != null || sentence.words().hasCue(Cue.SUM)) {
            return;
        }
        task.entities().kept().forEach((dimension, kept) -> {
            var all = sentence.registry().dimension(dimension).values();
            if (all.size() > 2 && kept.size() >= all.size() && !task.groupBy().contains(dimension)) {
                findings.problems.add(
                        new Problem.Other(Said.of(RouterSaying.TOGETHER_OR_EACH).dimension(dimension)));
            }
        });
    }

    private void check(TaskSpec task) {
        var split = !task.groupBy().isEmpty() || task.isSeries();
        var bounded =
                task.filters().stream().anyMatch(filter -> sentence.registry().isMetric(filter.field()));
        everyValue(task);
        var outer = perGroup();
        outer.ifPresent(group -> findings.problems.add(new Problem.PerGroup(
                Said.of(RouterSaying.RANK_WITHIN_EACH),
                task.groupBy().stream()
                        .filter(dimension -> !dimension.equals(group))
                        .findFirst()
                        .orElse(group),
                group)));
        var other = findings.groups.stream()
                .filter(group -> !group.dimension().equals(TaskSpec.DATE))
                .count();
        var ofOneGroup = findings.rank != null && other > 1 && (findings.rank.limit() != null || isOfOneGroup());
        if (ofOneGroup && outer.isEmpty()) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.RANK_INSIDE)));
        }
        var narrows = bounded || findings.rank != null;
        // "why fewer than 100 orders": of what there were fewer is not said
        var changed = findings.diagnosis == Diagnosis.Kind.CHANGE && !findings.bounds.isEmpty();
        if (!split && narrows && (task.intent() != Intent.DIAGNOSTICS || changed)) {
            findings.problems.add(new Problem.OfWhat(
                    Said.of(findings.rank != null ? RouterSaying.RANK_WHAT : RouterSaying.BOUND_WHAT),
                    List.of(new DimensionId("campaign"), new DimensionId("product"), new DimensionId("geo"))));
        }
    }
}
