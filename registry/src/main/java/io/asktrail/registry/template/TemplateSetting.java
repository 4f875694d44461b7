package io.asktrail.registry.template;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.ParamValue;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.KnownValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One template with what one call sets its parameters to. */
record TemplateSetting(Registry registry, TemplateDefinition template, StepInputs.Template given) {
    StepInputs.Fetch fetch() {
        // A parameter that nothing refers to is checked like the others.
        template.params().forEach(this::value);
        var entities = Entities.NONE;
        var filters = new ArrayList<Filter>();
        for (var condition : template.filters()) {
            @Nullable FilterValue value = condition.param() == null ? condition.value() : value(condition.param());
            if (condition.param() != null && value == null) {
                continue;
            }
            if (keepsValues(condition) && value != null) {
                var dimension = condition.field().asDimension();
                entities = entities.with(dimension, value.texts());
            } else {
                filters.add(new Filter(condition.field(), condition.op(), value));
            }
        }
        return new StepInputs.Fetch(
                template.metrics(),
                template.groupBy(),
                template.grain(),
                period(),
                given.tz() == null ? registry.calendar().definition().tz() : given.tz(),
                entities,
                filters,
                template.orderBy(),
                limit());
    }

    // "Is one of" on a dimension is written as an entity everywhere else, too; a second such condition is a filter.
    private boolean keepsValues(TemplateDefinition.Condition condition) {
        var once = template.filters().stream()
                        .filter(other -> other.field().equals(condition.field()))
                        .count()
                == 1;
        return once
                && (condition.op() == Operator.EQ || condition.op() == Operator.IN)
                && !registry.isMetric(condition.field());
    }

    private StepInputs.DateRange period() {
        var start = date(template.period().start());
        var end = date(template.period().end());
        if (end.isBefore(start)) {
            throw TemplateCall.malformed(
                    "The parameters of '%s' end (%s) before they start (%s).".formatted(template.id(), end, start));
        }
        return new StepInputs.DateRange(start, end);
    }

    private LocalDate date(String name) {
        return LocalDate.parse(Objects.requireNonNull(value(name), name).texts().getFirst());
    }

    private @Nullable Integer limit() {
        var limit = template.limit();
        if (limit == null) {
            return null;
        }
        @Nullable FilterValue asked = limit.param() == null ? null : value(limit.param());
        if (asked == null) {
            return limit.most();
        }
        var rows = new BigDecimal(asked.texts().getFirst());
        if (rows.signum() <= 0) {
            throw TemplateCall.malformed(
                    "The parameter '%s' keeps no row: ask for at least one.".formatted(limit.param()));
        }
        return rows.min(BigDecimal.valueOf(limit.most())).intValueExact();
    }

    private @Nullable FilterValue value(String name) {
        return value(template.param(name)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.BROKEN_INVARIANT,
                        "The template '%s' uses a parameter '%s' that it has not.".formatted(template.id(), name))));
    }

    private @Nullable FilterValue value(TemplateParameter param) {
        @Nullable ParamValue set = given.params().value(param.name());
        if (set == null) {
            if (param.required()) {
                throw TemplateCall.malformed("The template '%s' needs the parameter '%s': %s."
                        .formatted(template.id(), param.name(), param.meaning()));
            }
            return null;
        }
        var value = ParamReader.read(template.id(), param, set);
        value.texts().forEach(text -> requireAllowed(param, text));
        return value;
    }

    private void requireAllowed(TemplateParameter param, String text) {
        if (!param.values().isEmpty() && !param.values().contains(text)) {
            throw TemplateCall.malformed("'%s' is no value of the parameter '%s'; it may be %s."
                    .formatted(text, param.name(), String.join(", ", param.values())));
        }
        @Nullable DimensionId dimension = param.dimension();
        var known = dimension == null
                ? List.<KnownValue>of()
                : registry.dimension(dimension).values();
        if (!known.isEmpty() && known.stream().noneMatch(value -> value.value().equals(text))) {
            throw TemplateCall.malformed(
                    "'%s' is no known value of '%s'. GET /v1/dimensions lists them.".formatted(text, dimension));
        }
    }
}
