package io.asktrail.demo.sandbox.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A report that may be made. Two equal ones are duplicates of each other: the name that a caller gives is not part of
 * it. The days are inclusive.
 */
record ReportOrder(
        ReportType type,
        LocalDate start,
        LocalDate end,
        List<String> groupBy,
        List<String> columns,
        List<Filter> filters,
        TimeUnit timeUnit) {

    ReportOrder {
        groupBy = List.copyOf(groupBy);
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }

    /** Keeps the rows whose field has one of the values. */
    record Filter(String field, List<String> values) {
        Filter {
            values = List.copyOf(values);
        }
    }

    Level level() {
        return type.level(groupBy);
    }

    List<LocalDate> days() {
        return start.datesUntil(end.plusDays(1)).toList();
    }
}
