package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.schema.RowFilter;
import io.asktrail.registry.schema.TableDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What narrows the rows of one table narrows those of every other that has the dimension: every fact that reaches it, and
 * every description that has its column. A table without the filter would show what the others hide.
 */
final class RowFiltersCover implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        var used = draft.tables().stream()
                .flatMap(table -> table.value().rowFilters().stream())
                .filter(filter -> draft.registry().dimensions().containsKey(filter.dimension()))
                .collect(Collectors.toSet());
        return draft.tables().stream().flatMap(table -> Stream.concat(lost(table, draft), open(table, used, draft)));
    }

    private static Stream<Finding> lost(Defined<TableDefinition> table, Draft draft) {
        var filters = table.value().rowFilters();
        return IntStream.range(0, filters.size())
                .filter(i -> !reaches(table.value(), filters.get(i), draft))
                .mapToObj(i -> table.at(
                        "/row_filters/" + i,
                        "the rows have no dimension '%s' to be filtered by"
                                .formatted(filters.get(i).dimension())));
    }

    private static Stream<Finding> open(Defined<TableDefinition> table, Set<RowFilter> used, Draft draft) {
        return used.stream()
                .filter(filter -> !table.value().rowFilters().contains(filter))
                .filter(filter -> table.value().isFact()
                        ? reaches(table.value(), filter, draft)
                        : has(table.value(), filter, draft))
                .map(filter -> table.at(
                        "/table",
                        "other tables filter rows by %s, so this one must, too: add it to row_filters"
                                .formatted(filter.dimension())));
    }

    private static boolean has(TableDefinition table, RowFilter filter, Draft draft) {
        return draft.registry().dimension(filter.dimension()).columns().stream()
                .anyMatch(binding -> binding.table().equals(table.id()));
    }

    private static boolean reaches(TableDefinition table, RowFilter filter, Draft draft) {
        if (!draft.registry().dimensions().containsKey(filter.dimension())) {
            return draft.names(filter.dimension());
        }
        return draft.registry().path(table.id(), filter.dimension()).isPresent();
    }
}
