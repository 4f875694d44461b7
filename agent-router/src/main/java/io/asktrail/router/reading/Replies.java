package io.asktrail.router.reading;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.reading.Span;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.policy.Access;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a task, or the problem in its way, into a reading. */
final class Replies {
    private static final int MOST_OPTIONS = 4;
    private static final BigDecimal SURE = new BigDecimal("0.95");
    private static final BigDecimal PER_ASSUMPTION = new BigDecimal("0.05");
    private static final BigDecimal LEAST = new BigDecimal("0.6");
    private static final BigDecimal UNSURE = new BigDecimal("0.3");
    private static final List<MetricId> COMMON = Stream.of("net_sales", "orders", "spend", "roas", "gross_sales")
            .map(MetricId::new)
            .toList();

    private final Vocabulary vocabulary;
    private final Access access;
    private final LocalDate today;

    Replies(Vocabulary vocabulary, Access access, LocalDate today) {
        this.vocabulary = vocabulary;
        this.access = access;
        this.today = today;
    }

    Reading empty() {
        return unclear("The question is empty.", "What would you like to know?", common(null), null, List.of());
    }

    Reading tooLong(int longest) {
        return unclear(
                "The question is longer than %d characters: ask in one or two sentences.".formatted(longest),
                "What would you like to know, in short?",
                List.of(),
                null,
                List.of());
    }

    Reading chosen(String text, Clarification.Option option) {
        var span = new Span(0, text.length(), text, "intent", "clarified");
        return new Reading.Understood(
                option.task(), SURE, List.of(span), List.of("Answered as: " + option.label() + "."), Reading.By.RULES);
    }

    Reading of(Sentence sentence, Findings findings, @Nullable TaskSpec task) {
        var spans = sentence.spans();
        if (!findings.problems.isEmpty()) {
            var offTopic = findings.problems.stream()
                    .filter(Problem.OffTopic.class::isInstance)
                    .findFirst();
            return offTopic.map(problem -> outOfScope(problem.reason(), task, spans))
                    .orElseGet(() -> asked(findings.problems.getFirst(), task, spans));
        }
        if (task == null) {
            return unclear("No figure was named.", "Which figure is wanted?", starters(spans), null, spans);
        }
        var confidence = SURE.subtract(PER_ASSUMPTION.multiply(BigDecimal.valueOf(findings.assumptions.size())))
                .max(LEAST);
        return new Reading.Understood(task, confidence, spans, List.copyOf(findings.assumptions), Reading.By.RULES);
    }

    // Questions to start with, for somebody who said nothing yet. Who named days or a state must not be offered an
    // option
    // that leaves them out.
    private List<Clarification.Option> starters(List<Span> spans) {
        return spans.isEmpty() ? common(null) : List.of();
    }

    private Reading asked(Problem problem, @Nullable TaskSpec task, List<Span> spans) {
        var options = task == null ? starters(spans) : options(problem, task);
        var shown = options.size() < 2
                ? List.<Clarification.Option>of()
                : options.stream().limit(MOST_OPTIONS).toList();
        var question =
                switch (problem) {
                    case Problem.Unknown(var _, var word, var near)
                    when !near.isEmpty() -> "Which one is meant by '%s'?".formatted(word);
                    case Problem.Unknown(var _, var word, var _) ->
                        "Can you say it without '%s', or in other words?".formatted(word);
                    case Problem.BadTime _ -> "Which days are meant?";
                    default -> problem.reason();
                };
        return unclear(problem.reason(), question, shown, null, spans);
    }

    private List<Clarification.Option> options(Problem problem, TaskSpec task) {
        return switch (problem) {
            case Problem.WhichMetric(var _, var metrics) ->
                metrics.stream()
                        .map(metric -> new Clarification.Option(
                                vocabulary.label(metric), exchanged(task, metrics.getFirst(), metric)))
                        .toList();
            case Problem.WhichValue(var _, var values) ->
                values.stream().map(value -> option(task, value)).toList();
            case Problem.Unknown(var _, var _, var near) ->
                near.stream().map(value -> option(task, value)).toList();
            case Problem.WhichDays(var _, var labels, var days) ->
                java.util.stream.IntStream.range(0, days.size())
                        .mapToObj(n -> new Clarification.Option(labels.get(n), during(task, days.get(n))))
                        .toList();
            case Problem.OfWhat(var _, var dimensions) ->
                dimensions.stream()
                        .filter(access.dimensions()::contains)
                        .filter(dimension ->
                                vocabulary.registry().findDimension(dimension).isPresent())
                        .map(dimension -> new Clarification.Option(
                                vocabulary.label(dimension),
                                task.toBuilder().groupBy(List.of(dimension)).build()))
                        .toList();
            case Problem.WhichEnd _ ->
                List.of(ordered(task, "Highest first", Direction.DESC), ordered(task, "Lowest first", Direction.ASC));
            case Problem.BadTime _, Problem.Other _, Problem.OffTopic _ -> List.of();
        };
    }

    private Clarification.Option option(TaskSpec task, NamedValue value) {
        var values = new ArrayList<>(task.entities().valuesOf(value.dimension()));
        values.add(value.value());
        return new Clarification.Option(
                "%s (%s)"
                        .formatted(
                                value.value(),
                                vocabulary.label(value.dimension()).toLowerCase(java.util.Locale.ROOT)),
                task.toBuilder()
                        .entities(task.entities().with(value.dimension(), values))
                        .build());
    }

    private static Clarification.Option ordered(TaskSpec task, String label, Direction direction) {
        return new Clarification.Option(
                label,
                task.toBuilder()
                        .orderBy(task.orderBy().stream()
                                .map(by -> new Ordering(by.field(), direction))
                                .toList())
                        .build());
    }

    private static TaskSpec during(TaskSpec task, Days days) {
        var period = task.period();
        return task.toBuilder()
                .time(new Period(days.start(), days.end(), period.tz(), null, period.grain()))
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

    private Reading outOfScope(String reason, @Nullable TaskSpec task, List<Span> spans) {
        return new Reading.OutOfScope(reason, common(task), UNSURE, spans, Reading.By.RULES);
    }

    /** Questions that can be answered, near to what was asked. */
    private List<Clarification.Option> common(@Nullable TaskSpec near) {
        var period = near == null || near.time() == null
                ? vocabulary.registry().calendar().defaultPeriod(today)
                : near.time();
        return COMMON.stream()
                .filter(metric -> access.metrics().contains(metric)
                        && vocabulary.registry().findMetric(metric).isPresent())
                .limit(3)
                .map(metric -> new Clarification.Option(
                        "%s, %s to %s".formatted(vocabulary.label(metric), period.start(), period.end()),
                        TaskSpec.query(List.of(metric), period).build()))
                .toList();
    }

    private static Reading unclear(
            String reason,
            String question,
            List<Clarification.Option> options,
            @Nullable TaskSpec task,
            List<Span> spans) {
        return new Reading.Unclear(new Clarification(question, options), reason, task, UNSURE, spans, Reading.By.RULES);
    }
}
