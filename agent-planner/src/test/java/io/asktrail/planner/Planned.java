package io.asktrail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.contracts.plan.Winners;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks written short, and plans written as lines that a person can read. */
final class Planned {
    static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private Planned() {}

    static TaskSpec.Builder task(String metrics) {
        return TaskSpec.query(metrics(metrics), october(null));
    }

    static Period october(@Nullable Grain grain) {
        return new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), KOLKATA, "last_month", grain);
    }

    static Comparison september() {
        return new Comparison(Comparison.Kind.PREVIOUS_PERIOD, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));
    }

    static List<MetricId> metrics(String names) {
        return Arrays.stream(names.split(" ")).map(MetricId::new).toList();
    }

    static List<DimensionId> by(String names) {
        return Arrays.stream(names.split(" ")).map(DimensionId::new).toList();
    }

    static Entities keep(String dimension, String... values) {
        return Entities.of(new DimensionId(dimension), List.of(values));
    }

    static Filter filter(String field, Operator op, String value) {
        return new Filter(new FieldId(field), op, new FilterValue.Text(value));
    }

    static Filter above(String field, String number) {
        return new Filter(new FieldId(field), Operator.GT, new FilterValue.Numeric(new BigDecimal(number)));
    }

    static Ordering descending(String field) {
        return new Ordering(new FieldId(field), Direction.DESC);
    }

    static PlanOutcome outcomeOf(TaskSpec task) {
        return outcomeOf(task, DEMO);
    }

    static PlanOutcome outcomeOf(TaskSpec task, Registry registry) {
        return new RulePlanner(() -> registry).plan(task, registry, Language.ENGLISH);
    }

    static PlanOutcome.Planned planOf(TaskSpec task) {
        var outcome = outcomeOf(task);
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return (PlanOutcome.Planned) outcome;
    }

    static PlanOutcome.Refused refusalOf(TaskSpec task) {
        var outcome = outcomeOf(task);
        assertThat(outcome).isInstanceOf(PlanOutcome.Refused.class);
        return (PlanOutcome.Refused) outcome;
    }

    /** One line a step. */
    static List<String> lines(TaskSpec task) {
        return lines(planOf(task).plan());
    }

    static List<String> lines(TaskSpec task, Registry registry) {
        var outcome = outcomeOf(task, registry);
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return lines(((PlanOutcome.Planned) outcome).plan());
    }

    static List<String> lines(Plan plan) {
        return plan.steps().stream().map(Planned::line).toList();
    }

    private static String line(Step step) {
        return step.id() + " = "
                + switch (step.inputs()) {
                    case Fetch fetch -> line(step, fetch);
                    case Template template ->
                        template.template() + " " + template.params().given();
                    case Aggregate aggregate -> line(aggregate);
                    case Compare compare -> line(compare);
                    case StepInputs.Convert convert ->
                        parts(
                                convert.of() + " to " + convert.to(),
                                convert.policy().toString(),
                                convert.days().toString(),
                                convert.grain() == null ? "" : "by " + convert.grain());
                };
    }

    private static String line(Step step, Fetch fetch) {
        return parts(
                step.tool().capability(),
                words("", fetch.metrics()),
                words("by ", fetch.groupBy()) + (fetch.grain() == null ? "" : "/" + fetch.grain()),
                words("keep ", fetch.entities().kept().entrySet()),
                words("where ", fetch.filters().stream().map(Planned::text).toList()),
                fetch.only() == null ? "" : "only " + winners(fetch.only()),
                fetch.dateRange().toString(),
                ordering(fetch.orderBy(), fetch.limit()));
    }

    private static String line(Aggregate aggregate) {
        return parts(
                aggregate.left() + (aggregate.right() == null ? "" : " + " + aggregate.right()),
                words("on ", aggregate.joinKeys()),
                words("with ", aggregate.formulas()),
                words("show ", aggregate.select()),
                words("having ", aggregate.filters().stream().map(Planned::text).toList()),
                words(
                        "calculate ",
                        aggregate.calculations().stream().map(c -> c.kind()).toList()),
                aggregate.within() == null ? "" : "within " + aggregate.within(),
                aggregate.fill() == null ? "" : "fill " + aggregate.fill(),
                lead(aggregate.lead()),
                ordering(aggregate.orderBy(), aggregate.limit()));
    }

    private static String winners(Winners winners) {
        return winners.dimension() + " of " + winners.of() + (winners.lead() == null ? "" : " if sure");
    }

    private static String lead(@Nullable Lead lead) {
        return lead == null ? "" : "lead " + lead.first() + " by " + lead.by();
    }

    private static String line(Compare compare) {
        return parts(
                compare.current() + " vs " + compare.previous(),
                words("on ", compare.keys()),
                words("show ", compare.metrics()),
                ordering(compare.orderBy(), compare.limit()));
    }

    private static String text(Filter filter) {
        var value =
                filter.value() == null ? "" : String.join("|", filter.value().texts());
        return filter.field() + " " + filter.op().symbol() + " " + value;
    }

    private static String ordering(List<Ordering> ordering, @Nullable Integer limit) {
        return words(
                        "order ",
                        ordering.stream()
                                .map(order -> order.field() + " " + order.direction())
                                .toList())
                + (limit == null ? "" : " first " + limit);
    }

    private static String words(String prefix, java.util.Collection<?> things) {
        return things.isEmpty()
                ? ""
                : prefix + things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String parts(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
    }
}
