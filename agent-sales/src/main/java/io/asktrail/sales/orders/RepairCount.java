package io.asktrail.sales.orders;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often what was put right, and which states nobody knows. */
final class RepairCount {
    // Enough for every misspelling of a country's states; more is another file's column.
    private static final int MOST_SPELLINGS = 1_000;

    private final Map<Repair, Long> counts = new EnumMap<>(Repair.class);
    private final SortedMap<String, Long> unknownStates = new TreeMap<>();

    void add(Repair repair) {
        counts.merge(repair, 1L, Long::sum);
    }

    void addUnknownState(String written) {
        add(Repair.UNKNOWN_STATE);
        if (unknownStates.containsKey(written) || unknownStates.size() < MOST_SPELLINGS) {
            unknownStates.merge(written, 1L, Long::sum);
        }
    }

    Map<Repair, Long> counts() {
        return Map.copyOf(counts);
    }

    SortedMap<String, Long> unknownStates() {
        return unknownStates;
    }
}
