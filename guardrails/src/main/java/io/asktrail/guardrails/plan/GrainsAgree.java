package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days meet days and weeks meet weeks, in the time zone of the question: a week joined to its first day is one day short of six. */
final class GrainsAgree implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.grain";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var shapes = review.shapes();
        return Stream.of(
                        foreignZones(review),
                        review.calls(Aggregate.class)
                                .filter(call -> !agree(shapes, call.inputs()))
                                .map(call -> mixed(call.step().id())),
                        review.calls(Compare.class)
                                .filter(call -> shapes.of(call.inputs().current())
                                                .grain()
                                        != shapes.of(call.inputs().previous()).grain())
                                .map(call -> mixed(call.step().id())),
                        otherThanAsked(review, shapes))
                .flatMap(objections -> objections)
                .findFirst();
    }

    private static String mixed(StepId step) {
        return "Step %s puts rows of different grains together.".formatted(step);
    }

    private static Stream<String> foreignZones(PlanUnderReview review) {
        return review.calls(Fetch.class)
                .filter(call ->
                        !call.inputs().tz().equals(review.task().period().tz()))
                .map(call -> "Step %s reads days of %s: the question means those of %s."
                        .formatted(
                                call.step().id(),
                                call.inputs().tz(),
                                review.task().period().tz()));
    }

    private static boolean agree(Shapes shapes, Aggregate inputs) {
        var left = shapes.of(inputs.left()).grain();
        var filled = inputs.fill() == null ? left : inputs.grain();
        return filled == left
                && (inputs.right() == null || shapes.of(inputs.right()).grain() == left);
    }

    private static Stream<String> otherThanAsked(PlanUnderReview review, Shapes shapes) {
        @Nullable Grain asked = asked(review.task());
        var given = shapes.of(review.plan().outputs().table()).grain();
        return Objects.equals(asked, given)
                ? Stream.empty()
                : Stream.of("The plan gives points by %s, asked for were points by %s."
                        .formatted(name(given), name(asked)));
    }

    // Days are counted one by one, though none of them is shown.
    private static @Nullable Grain asked(TaskSpec task) {
        var grain = task.period().grain();
        var countsDays = task.calculations().stream().map(Calculation::of).anyMatch(TaskSpec.DATE::equals);
        return grain == null && countsDays ? Grain.DAY : grain;
    }

    private static String name(@Nullable Grain grain) {
        return grain == null ? "no date" : grain.name().toLowerCase(java.util.Locale.ROOT);
    }
}
