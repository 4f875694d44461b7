package io.asktrail.registry.lint;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.template.TemplateDefinition;
import io.asktrail.registry.template.TemplateParameter;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template asks its capability for what that has, and every parameter is declared, used, and of a type that fits. */
final class TemplatesFit implements LintCheck {
    private static final Set<Operator> LISTS = Set.of(Operator.IN, Operator.NOT_IN);

    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.templates().stream()
                .flatMap(template -> Stream.of(
                                capability(template, draft),
                                grain(template),
                                period(template),
                                each(
                                        template,
                                        "/filters/",
                                        template.value().filters(),
                                        filter -> fault(template, filter)),
                                limit(template),
                                parameters(template, draft))
                        .flatMap(found -> found));
    }

    private static Stream<Finding> capability(Defined<TemplateDefinition> template, Draft draft) {
        var ref = template.value().capability();
        @Nullable ToolDefinition tool = draft.registry().tools().get(ref.tool());
        if (tool == null) {
            return draft.names(ref.tool())
                    ? Stream.empty()
                    : Stream.of(template.at("/capability", "no file defines the tool '%s'".formatted(ref.tool())));
        }
        var capability = tool.capability(ref.capability()).filter(found -> found.table() != null);
        if (capability.isEmpty()) {
            return Stream.of(template.at("/capability", "'%s' reads no table".formatted(ref)));
        }
        var runs = tool.capabilities().stream().anyMatch(Capability::runsTemplates)
                ? Stream.<Finding>empty()
                : Stream.of(template.at("/capability", "'%s' runs no templates".formatted(ref.tool())));
        return Stream.concat(runs, fields(template, capability.get()));
    }

    private static Stream<Finding> fields(Defined<TemplateDefinition> template, Capability capability) {
        var value = template.value();
        return Stream.of(
                        each(template, "/metrics/", value.metrics(), metric -> lacking(capability, metric)),
                        each(template, "/group_by/", value.groupBy(), dimension -> lacking(capability, dimension)),
                        each(template, "/filters/", value.filters(), filter -> lacking(capability, filter.field())),
                        each(template, "/order_by/", value.orderBy(), ordering -> unsorted(value, ordering.field())))
                .flatMap(found -> found);
    }

    private static Optional<String> lacking(Capability capability, MetricId metric) {
        return capability.metrics().contains(metric)
                ? Optional.empty()
                : Optional.of("%s gives no metric '%s'".formatted(capability.name(), metric));
    }

    private static Optional<String> lacking(Capability capability, DimensionId dimension) {
        return capability.dimensions().contains(dimension)
                ? Optional.empty()
                : Optional.of("%s has no dimension '%s'".formatted(capability.name(), dimension));
    }

    private static Optional<String> lacking(Capability capability, FieldId field) {
        return capability.metrics().contains(field.asMetric())
                        || capability.dimensions().contains(field.asDimension())
                ? Optional.empty()
                : Optional.of("%s has no '%s'".formatted(capability.name(), field));
    }

    private static Optional<String> unsorted(TemplateDefinition template, FieldId field) {
        return template.metrics().contains(field.asMetric())
                        || template.groupBy().contains(field.asDimension())
                ? Optional.empty()
                : Optional.of("the rows have no '%s' to be ordered by".formatted(field));
    }

    private static Stream<Finding> grain(Defined<TemplateDefinition> template) {
        return template.value().groupBy().contains(TaskSpec.DATE)
                        == (template.value().grain() != null)
                ? Stream.empty()
                : Stream.of(template.at("/grain", "a grain stands exactly where rows are grouped by date"));
    }

    private static Stream<Finding> period(Defined<TemplateDefinition> template) {
        var period = template.value().period();
        return Stream.concat(
                day(template, "/period/start", period.start()), day(template, "/period/end", period.end()));
    }

    private static Stream<Finding> day(Defined<TemplateDefinition> template, String at, String name) {
        var isDay = template.value()
                .param(name)
                .filter(param -> param.type() == TemplateParameter.Type.DATE && param.required());
        return isDay.isPresent()
                ? Stream.empty()
                : Stream.of(template.at(at, "'%s' is no required parameter of type date".formatted(name)));
    }

    private static Optional<String> fault(
            Defined<TemplateDefinition> template, TemplateDefinition.Condition condition) {
        if (condition.op() == Operator.IS_NULL) {
            return condition.value() == null && condition.param() == null
                    ? Optional.empty()
                    : Optional.of("is_null compares with nothing");
        }
        if ((condition.value() == null) == (condition.param() == null)) {
            return Optional.of("a condition has either a value or a param");
        }
        if (condition.param() == null) {
            return LISTS.contains(condition.op()) == condition.value() instanceof FilterValue.Texts
                    ? Optional.empty()
                    : Optional.of("in and not_in go with a list of values, the others with one");
        }
        return template.value()
                .param(condition.param())
                .map(param -> misfit(condition, param))
                .orElseGet(() -> Optional.of("there is no parameter '%s'".formatted(condition.param())));
    }

    private static Optional<String> misfit(TemplateDefinition.Condition condition, TemplateParameter param) {
        return LISTS.contains(condition.op()) == (param.type() == TemplateParameter.Type.LIST)
                ? Optional.empty()
                : Optional.of("in and not_in go with a parameter of type list, the others with none");
    }

    private static Stream<Finding> limit(Defined<TemplateDefinition> template) {
        var limit = template.value().limit();
        if (limit == null || limit.param() == null) {
            return Stream.empty();
        }
        return template.value()
                        .param(limit.param())
                        .filter(param -> param.type() == TemplateParameter.Type.INTEGER)
                        .isPresent()
                ? Stream.empty()
                : Stream.of(
                        template.at("/limit/param", "'%s' is no parameter of type integer".formatted(limit.param())));
    }

    private static Stream<Finding> parameters(Defined<TemplateDefinition> template, Draft draft) {
        var used = used(template.value());
        var seen = new HashSet<String>();
        return each(template, "/params/", template.value().params(), param -> {
            if (!seen.add(param.name())) {
                return Optional.of("'%s' stands here twice".formatted(param.name()));
            }
            if (!used.contains(param.name())) {
                return Optional.of("nothing uses the parameter '%s'".formatted(param.name()));
            }
            return param.dimension() == null || draft.names(param.dimension())
                    ? Optional.empty()
                    : Optional.of("no file defines the dimension '%s'".formatted(param.dimension()));
        });
    }

    private static Set<String> used(TemplateDefinition template) {
        var used = new HashSet<String>();
        used.add(template.period().start());
        used.add(template.period().end());
        template.filters().stream()
                .map(TemplateDefinition.Condition::param)
                .filter(Objects::nonNull)
                .forEach(used::add);
        if (template.limit() != null && template.limit().param() != null) {
            used.add(template.limit().param());
        }
        return used;
    }

    private static <T> Stream<Finding> each(
            Defined<TemplateDefinition> template, String at, List<T> things, Function<T, Optional<String>> fault) {
        return IntStream.range(0, things.size())
                .boxed()
                .flatMap(i -> fault.apply(things.get(i)).map(message -> template.at(at + i, message)).stream());
    }
}
