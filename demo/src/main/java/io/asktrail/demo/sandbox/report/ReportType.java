package io.asktrail.demo.sandbox.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/** One type of report: which columns, groupings and filters it takes and how far back it goes. */
record ReportType(
        String id, AdProduct adProduct, int retentionDays, Set<String> columns, Map<String, Grouping> groupBy) {
    static final int LONGEST_DAYS = 31;

    ReportType {
        groupBy = Map.copyOf(groupBy);
    }

    /** A grouping adds columns of its own; the values that a filter may name stand under the filter's field. */
    record Grouping(Level rows, Set<String> columns, Map<String, List<String>> filters) {
        Grouping {
            columns = Set.copyOf(columns);
            filters = Map.copyOf(filters);
        }
    }

    /** What may be asked under these groupings, by name. */
    SequencedSet<String> columns(List<String> groupings) {
        return Stream.concat(columns.stream(), groupings.stream().flatMap(name -> grouping(name).columns().stream()))
                .sorted()
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    /** The finest of the groupings decides. */
    Level level(List<String> groupings) {
        return groupings.stream()
                .map(name -> grouping(name).rows())
                .max(Level::compareTo)
                .orElseThrow();
    }

    Grouping grouping(String name) {
        var grouping = groupBy.get(name);
        if (grouping == null) {
            throw new IllegalArgumentException(id + " has no grouping " + name);
        }
        return grouping;
    }
}
