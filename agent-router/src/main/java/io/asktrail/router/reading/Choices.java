package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may be chosen where a question is asked back: each option is a whole task. */
record Choices(Vocabulary vocabulary, Access access, Wording wording) {
    private static final int MANY = 10;

    /** More members than this are not offered one by one. */
    private static final int FEW = 3;

    List<Clarification.Option> of(Problem problem, TaskSpec task) {
        return switch (problem) {
            case Problem.WhichMetric(var _, var metrics) ->
                metrics.stream()
                        .filter(access.metrics()::contains)
                        .map(metric -> new Clarification.Option(
                                wording.label(metric), exchanged(task, metrics.getFirst(), metric)))
                        .toList();
            case Problem.WhichValue(var _, var values) ->
                values.stream().map(value -> option(task, value)).toList();
            case Problem.Unknown(var _, var word, var near) -> near.isEmpty() ? List.of() : named(task, word, near);
            case Problem.WhichDays(var _, var labels, var days) ->
                IntStream.range(0, days.size())
                        .mapToObj(n -> new Clarification.Option(wording.of(labels.get(n)), during(task, days.get(n))))
                        .toList();
            case Problem.OfWhat(var _, var dimensions) ->
                dimensions.stream()
                        .filter(access.dimensions()::contains)
                        .filter(dimension ->
                                vocabulary.registry().findDimension(dimension).isPresent())
                        .map(dimension -> new Clarification.Option(
                                wording.label(dimension),
                                task.toBuilder().groupBy(List.of(dimension)).build()))
                        .toList();
            case Problem.WhichEnd _ ->
                List.of(
                        ordered(task, RouterSaying.HIGHEST_FIRST, Direction.DESC),
                        ordered(task, RouterSaying.LOWEST_FIRST, Direction.ASC));
            case Problem.ByGrowth(var _, var metrics) ->
                task.compare() == null ? List.of() : metrics.isEmpty() ? byGrowth(task) : changes(task, metrics);
            case Problem.PerGroup(var _, var inner, var outer) -> perGroup(task, inner, outer);
            case Problem.HowFar(var _, var days) ->
                days.stream()
                        .distinct()
                        .map(count -> new Clarification.Option(
                                wording.of(Said.of(RouterSaying.SOME_DAYS).number(count)), ahead(task, count)))
                        .toList();
            case Problem.BadTime _, Problem.Other _, Problem.OffTopic _ -> List.of();
        };
    }

    private List<Clarification.Option> named(TaskSpec task, String word, List<NamedValue> near) {
        var names = near.stream().map(value -> option(task, value));
        return near.size() > 1
                ? names.toList()
                : Stream.concat(
                                names,
                                Stream.of(new Clarification.Option(
                                        wording.of(
                                                Said.of(RouterSaying.LEAVE_OUT).text(word)),
                                        task)))
                        .toList();
    }

    // Nothing picks or ranks by a change yet: it is shown beside the figure.
    private List<Clarification.Option> byGrowth(TaskSpec task) {
        var metric = task.metrics().getFirst();
        var all = task.toBuilder().orderBy(List.of()).limit(null).build();
        return List.of(
                new Clarification.Option(wording.of(RouterSaying.ALL_WITH_CHANGE), all),
                new Clarification.Option(
                        wording.of(Said.of(RouterSaying.HIGHEST_WITH_CHANGE)
                                .number(MANY)
                                .metric(metric)),
                        all.toBuilder()
                                .orderBy(List.of(new Ordering(FieldId.of(metric), Direction.DESC)))
                                .limit(MANY)
                                .build()));
    }

    private List<Clarification.Option> changes(TaskSpec task, List<MetricId> metrics) {
        return metrics.stream()
                .filter(access.metrics()::contains)
                .map(metric -> new Clarification.Option(
                        wording.of(Said.of(RouterSaying.WITH_CHANGE).metric(metric)),
                        exchanged(task, metrics.getFirst(), metric)))
                .toList();
    }

    // Of a few known members each has a ranking of its own.
    private List<Clarification.Option> perGroup(TaskSpec task, DimensionId inner, DimensionId outer) {
        var over = task.toBuilder().groupBy(List.of(inner)).build();
        var kept = task.entities().valuesOf(outer);
        var members = kept.isEmpty()
                ? vocabulary.registry().dimension(outer).values().stream()
                        .map(known -> known.value())
                        .toList()
                : List.copyOf(kept);
        var single = members.size() > FEW ? List.<String>of() : members;
        return Stream.concat(
                        single.stream()
                                .map(member -> new Clarification.Option(
                                        wording.of(Said.of(RouterSaying.OF_ONE_ALONE)
                                                .text(member)),
                                        over.toBuilder()
                                                .entities(task.entities().with(outer, List.of(member)))
                                                .build())),
                        Stream.of(
                                new Clarification.Option(wording.of(RouterSaying.ONE_RANKING), over),
                                new Clarification.Option(
                                        wording.of(Said.of(RouterSaying.EVERY_WITH_ITS)
                                                .dimension(inner)
                                                .dimension(outer)),
                                        task.toBuilder()
                                                .groupBy(List.of(outer, inner))
                                                .limit(null)
                                                .build())))
                .toList();
    }

    private static TaskSpec ahead(TaskSpec task, int days) {
        return task.toBuilder()
                .calculations(task.calculations().stream()
                        .map(own -> own.kind() == Calculation.Kind.FORECAST
                                ? new Calculation(own.kind(), own.metric(), null, null, days)
                                : own)
                        .toList())
                .build();
    }

    private Clarification.Option option(TaskSpec task, NamedValue value) {
        var values = new ArrayList<>(task.entities().valuesOf(value.dimension()));
        values.add(value.value());
        return new Clarification.Option(
                wording.of(Said.of(RouterSaying.MEMBER).text(value.value()).dimension(value.dimension())),
                task.toBuilder()
                        .entities(task.entities().with(value.dimension(), values))
                        .build());
    }

    private Clarification.Option ordered(TaskSpec task, RouterSaying label, Direction direction) {
        return new Clarification.Option(
                wording.of(label),
                task.toBuilder()
                        .orderBy(task.orderBy().stream()
                                .map(by -> new Ordering(by.field(), direction))
                                .toList())
                        .build());
    }

    // What is compared goes with the days; days that were named by themselves stay.
    private TaskSpec during(TaskSpec task, Days days) {
        var before = task.period();
        var period = new Period(days.start(), days.end(), before.tz(), null, before.grain());
        var calendar = vocabulary.registry().calendar();
        var compare = task.compare();
        return task.toBuilder()
                .time(period)
                .compare(
                        compare == null
                                ? null
                                : switch (compare.kind()) {
                                    case PREVIOUS_PERIOD -> calendar.previousPeriod(period);
                                    case PREVIOUS_YEAR -> calendar.previousYear(period);
                                    case EXPLICIT -> compare;
                                })
                .build();
    }

    private static TaskSpec exchanged(TaskSpec task, MetricId from, MetricId to) {
        return task.toBuilder()
                .metrics(task.metrics().stream()
                        .map(metric -> metric.equals(from) ? to : metric)
                        .distinct()
                        .toList())
                .orderBy(task.orderBy().stream()
                        .map(by -> new Ordering(exchanged(by.field(), from, to), by.direction()))
                        .toList())
                .filters(task.filters().stream()
                        .map(by -> new Filter(exchanged(by.field(), from, to), by.op(), by.value()))
                        .toList())
                .build();
    }

    private static FieldId exchanged(FieldId field, MetricId from, MetricId to) {
        return field.equals(FieldId.of(from)) ? FieldId.of(to) : field;
    }
}
