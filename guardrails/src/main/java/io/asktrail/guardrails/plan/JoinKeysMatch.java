package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rows meet on everything that makes them unique, on both sides. With a key less, one row would meet many, and their
 * numbers would be counted as often.
 */
final class JoinKeysMatch implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.join_keys";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var shapes = review.shapes();
        return review.calls(Aggregate.class)
                .filter(call -> call.inputs().right() != null)
                .filter(call -> !meet(
                        shapes,
                        call.inputs().left(),
                        call.inputs().right(),
                        call.inputs().joinKeys()))
                .map(call -> call.step().id())
                .findFirst()
                .or(() -> review.calls(Compare.class)
                        .filter(call -> !meet(
                                shapes,
                                call.inputs().current(),
                                call.inputs().previous(),
                                call.inputs().keys()))
                        .map(call -> call.step().id())
                        .findFirst())
                .map("Step %s joins rows on keys that do not make them unique on both sides."::formatted)
                .or(() -> undeclared(review));
    }

    // The same name in two sources means the same thing only where both say so.
    private static Optional<String> undeclared(PlanUnderReview review) {
        return review.calls(Aggregate.class)
                .filter(call -> call.inputs().right() != null)
                .flatMap(call -> undeclared(review, call.step().id(), call.inputs()))
                .findFirst();
    }

    private static Stream<String> undeclared(PlanUnderReview review, StepId step, Aggregate join) {
        var tools = review.toolsBelow(step);
        return tools.size() < 2
                ? Stream.empty()
                : join.joinKeys().stream()
                        .filter(key -> !key.equals(TaskSpec.DATE))
                        .filter(key ->
                                tools.stream().anyMatch(tool -> !tool.joinKeys().contains(key)))
                        .map(key -> "Step %s joins sources on %s, which they do not declare to mean the same."
                                .formatted(step, key));
    }

    private static boolean meet(
            Shapes shapes, StepId left, @org.jspecify.annotations.Nullable StepId right, List<DimensionId> keys) {
        var on = new TreeSet<>(keys);
        return right != null
                && shapes.of(left).grouping().equals(on)
                && shapes.of(right).grouping().equals(on);
    }
}
