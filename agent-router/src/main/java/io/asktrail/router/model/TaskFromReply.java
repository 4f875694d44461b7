package io.asktrail.router.model;

import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.router.time.TimeMeaning;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what labels stand for in their place: the days of our own grammar, the values of the index, the numbers as written. */
final class TaskFromReply {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_ROWS = 1_000;

    private final ModelReply.Task reply;
    private final QuestionParts parts;
    private final Question question;
    private final Registry registry;

    /** @param reply one without faults */
    TaskFromReply(ModelReply.Task reply, QuestionParts parts, Question question, Registry registry) {
        this.reply = reply;
        this.parts = parts;
        this.question = question;
        this.registry = registry;
    }

    /**
     * The task.
     *
     * @throws IllegalArgumentException with a sentence for the model, if something does not fit its place
     * @throws io.asktrail.contracts.error.SuiteException likewise, if the task as a whole is none
     */
    TaskSpec task() {
        var request = new TaskRequest(
                reply.diagnosis() == null ? Intent.ANALYTICS_QUERY : Intent.DIAGNOSTICS,
                reply.metrics(),
                reply.groupBy(),
                Entities.of(values(reply.keep())),
                time(),
                compare(),
                filters(),
                order(),
                limit(),
                null,
                calculations(),
                reply.diagnosis() == null ? null : new Diagnosis(reply.diagnosis()),
                null,
                null,
                null,
                question.today(),
                null);
        return new TaskResolver(Clock.systemUTC()).resolve(request, registry);
    }

    private Map<DimensionId, List<String>> values(List<String> labels) {
        var values = new LinkedHashMap<DimensionId, List<String>>();
        labels.stream()
                .map(parts::name)
                .flatMap(Optional::stream)
                .forEach(name -> values.computeIfAbsent(name.value().dimension(), _ -> new ArrayList<>())
                        .add(name.value().value()));
        return values;
    }

    private TaskRequest.Time time() {
        var tz = question.tz().getId();
        if (reply.period() == null) {
            return new TaskRequest.Time(null, null, tz, null, reply.series());
        }
        if (meaning(reply.period()) instanceof TimeMeaning.Stretch(var days, var range, var _)) {
            return new TaskRequest.Time(days.start(), days.end(), tz, range, reply.series());
        }
        throw new IllegalArgumentException(
                "'%s' is no period of its own: it says what is compared".formatted(reply.period()));
    }

    private TaskRequest.@Nullable Compare compare() {
        if (reply.compare() == null) {
            return null;
        }
        return switch (reply.compare()) {
            case "previous_period" -> new TaskRequest.Compare(Comparison.Kind.PREVIOUS_PERIOD, null, null);
            case "previous_year" -> new TaskRequest.Compare(Comparison.Kind.PREVIOUS_YEAR, null, null);
            default ->
                switch (meaning(reply.compare())) {
                    case TimeMeaning.Stretch(var days, var _, var _) ->
                        new TaskRequest.Compare(Comparison.Kind.EXPLICIT, days.start(), days.end());
                    case TimeMeaning.YearBefore _ -> new TaskRequest.Compare(Comparison.Kind.PREVIOUS_YEAR, null, null);
                    case TimeMeaning.PeriodBefore _ ->
                        new TaskRequest.Compare(Comparison.Kind.PREVIOUS_PERIOD, null, null);
                    case TimeMeaning.Impossible _, TimeMeaning.Ambiguous _ ->
                        throw new IllegalArgumentException("'%s' names no days".formatted(reply.compare()));
                };
        };
    }

    private TimeMeaning meaning(String label) {
        return parts.time(label)
                .map(QuestionParts.Time::meaning)
                .orElseThrow(() -> new IllegalArgumentException("time '%s' is not there".formatted(label)));
    }

    private List<Filter> filters() {
        var filters = new ArrayList<Filter>();
        values(reply.leaveOut())
                .forEach((dimension, values) -> filters.add(
                        values.size() == 1
                                ? new Filter(
                                        FieldId.of(dimension), Operator.NE, new FilterValue.Text(values.getFirst()))
                                : new Filter(FieldId.of(dimension), Operator.NOT_IN, new FilterValue.Texts(values))));
        reply.conditions()
                .forEach(condition -> filters.add(new Filter(
                        FieldId.of(condition.metric()),
                        condition.op(),
                        new FilterValue.Numeric(number(condition.metric(), condition.number())))));
        return filters;
    }

    // Rates are fractions. "Over 40" of a rate may be 40 % or 4,000 %: it is asked back, not guessed.
    private BigDecimal number(MetricId metric, String label) {
        var quantity = parts.number(label)
                .map(QuestionParts.Number::quantity)
                .orElseThrow(() -> new IllegalArgumentException("number '%s' is not there".formatted(label)));
        var unit = registry.metric(metric).unit();
        var fits =
                switch (unit) {
                    case Unit.Percent _ -> quantity.percent();
                    case Unit.Ratio _ -> !quantity.money();
                    case Unit.Money _ -> !quantity.percent();
                    case Unit.Count _ -> !quantity.percent() && !quantity.money();
                };
        if (!fits) {
            throw new IllegalArgumentException("'%s' is not counted as number '%s' is".formatted(metric, label));
        }
        return quantity.percent() ? quantity.number().divide(HUNDRED) : quantity.number();
    }

    private List<Ordering> order() {
        return reply.order() == null
                ? List.of()
                : List.of(new Ordering(reply.order().by(), reply.order().direction()));
    }

    private @Nullable Integer limit() {
        if (reply.limit() == null) {
            return null;
        }
        var quantity = parts.number(reply.limit())
                .map(QuestionParts.Number::quantity)
                .orElseThrow(() -> new IllegalArgumentException("number '%s' is not there".formatted(reply.limit())));
        var number = quantity.number();
        if (quantity.percent()
                || quantity.money()
                || number.signum() <= 0
                || number.compareTo(BigDecimal.valueOf(MOST_ROWS)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("number '%s' is no number of rows".formatted(reply.limit()));
        }
        return number.intValueExact();
    }

    private List<Calculation> calculations() {
        return reply.calculation() == null
                ? List.of()
                : List.of(Calculation.of(reply.calculation(), reply.metrics().getFirst()));
    }
}
