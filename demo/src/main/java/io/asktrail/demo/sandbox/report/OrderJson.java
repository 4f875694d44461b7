package io.asktrail.demo.sandbox.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for a report as it comes in: nothing in it is certain yet. */
record OrderJson(
        @Nullable String name,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable Configuration configuration) {

    record Configuration(
            @Nullable String adProduct,
            @Nullable List<String> groupBy,
            @Nullable List<String> columns,
            @Nullable List<FilterJson> filters,
            @Nullable String reportTypeId,
            @Nullable String timeUnit,
            @Nullable String format) {}

    record FilterJson(@Nullable String field, @Nullable List<String> values) {}
}
