package io.asktrail.guardrails.plan;

import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import io.asktrail.registry.Registry;
import io.asktrail.registry.schema.RowFilter;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.tool.Capability;
import java.util.Optional;
import java.util.stream.Stream;

/** For a caller who may not see all rows, every table that could show others' rows is narrowed by a filter of its own. */
final class RowFiltersPresent implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.row_filters";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        if (review.access().allRegions()) {
            return Optional.empty();
        }
        return review.calls(Fetch.class)
                .map(Call::step)
                .filter(step -> table(review, step)
                        .filter(table -> isOpen(review.registry(), table))
                        .isPresent())
                .findFirst()
                .map(step -> "Step %s reads rows that nothing narrows to your regions.".formatted(step.id()));
    }

    private static Optional<TableDefinition> table(PlanUnderReview review, Step step) {
        return review.capabilityOf(step)
                .map(Capability::table)
                .map(review.registry().tables()::get);
    }

    private static boolean isOpen(Registry registry, TableDefinition table) {
        return filters(registry)
                .anyMatch(filter -> !table.rowFilters().contains(filter)
                        && registry.path(table.id(), filter.dimension()).isPresent());
    }

    private static Stream<RowFilter> filters(Registry registry) {
        return registry.tables().values().stream()
                .flatMap(table -> table.rowFilters().stream())
                .distinct();
    }
}
