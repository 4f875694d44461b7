package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.policy.PolicyDefinition;
import io.asktrail.registry.schema.ColumnName;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A policy names what exists: a metric denied under a misspelt name would be open. */
final class PoliciesNameThings implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.policies().stream().flatMap(policy -> faults(policy, draft));
    }

    private static Stream<Finding> faults(Defined<PolicyDefinition> policy, Draft draft) {
        var metrics = policy.value().metrics();
        var dimensions = policy.value().dimensions();
        var columns = policy.value().columns();
        return Stream.of(
                        lost(policy, "/raw_rows/", policy.value().rawRows(), draft::names),
                        lost(policy, "/columns/allow/", columns.allow(), name -> names(name, draft)),
                        lost(policy, "/columns/deny/", columns.deny(), name -> names(name, draft)),
                        lost(policy, "/metrics/allow/", metrics.allow(), draft::names),
                        lost(policy, "/metrics/deny/", metrics.deny(), draft::names),
                        lost(policy, "/dimensions/allow/", dimensions.allow(), draft::names),
                        lost(policy, "/dimensions/deny/", dimensions.deny(), draft::names))
                .flatMap(found -> found);
    }

    private static boolean names(ColumnName name, Draft draft) {
        var table = draft.registry().tables().get(name.table());
        return table == null
                ? draft.names(name.table())
                : table.column(name.column()).isPresent();
    }

    private static <T> Stream<Finding> lost(
            Defined<PolicyDefinition> policy, String at, List<T> things, Predicate<T> known) {
        return IntStream.range(0, things.size())
                .filter(i -> !known.test(things.get(i)))
                .mapToObj(i -> policy.at(at + i, "no file defines '%s'".formatted(things.get(i))));
    }
}
