package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.sandbox.http.ApiException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether Amazon would make that report, said in its words where these are known. */
final class OrderCheck {
    private static final String FORMAT = "GZIP_JSON";
    private static final Set<String> PERIOD_COLUMNS = Set.of("startDate", "endDate");

    private final ReportTypes types;

    OrderCheck(ReportTypes types) {
        this.types = types;
    }

    /** @throws ApiException 400 with what is wrong first */
    ReportOrder check(OrderJson json, LocalDate today) {
        var configuration = required(json.configuration(), "configuration");
        var type = type(required(configuration.reportTypeId(), "configuration reportTypeId"));
        mustBe(type.adProduct().name(), configuration.adProduct(), "adProduct");
        mustBe(FORMAT, configuration.format(), "format");
        var timeUnit = timeUnit(required(configuration.timeUnit(), "configuration timeUnit"));
        var groupBy = groupBy(type, configuration.groupBy());
        var columns = columns(type, groupBy, timeUnit, configuration.columns());
        var start = date(json.startDate(), "startDate");
        var end = date(json.endDate(), "endDate");
        checkPeriod(type, start, end, today);
        return new ReportOrder(
                type, start, end, groupBy, columns, filters(type, groupBy, configuration.filters()), timeUnit);
    }

    private ReportType type(String id) {
        return types.find(id).orElseThrow(() -> invalid("reportTypeId", List.of(id), types.ids()));
    }

    private static TimeUnit timeUnit(String name) {
        return Stream.of(TimeUnit.values())
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("timeUnit", List.of(name), List.of("SUMMARY", "DAILY")));
    }

    private static List<String> groupBy(ReportType type, @Nullable List<String> groupBy) {
        var asked = present(groupBy, "groupBy");
        mustBeAmong(asked, type.groupBy().keySet(), "groupBy");
        return asked;
    }

    private static List<String> columns(
            ReportType type, List<String> groupBy, TimeUnit timeUnit, @Nullable List<String> columns) {
        var asked = present(columns, "columns");
        mustBeAmong(asked, type.columns(groupBy), "columns");
        var otherUnits = asked.stream()
                .filter(column -> timeUnit == TimeUnit.DAILY ? PERIOD_COLUMNS.contains(column) : column.equals("date"))
                .toList();
        if (!otherUnits.isEmpty()) {
            throw ApiException.badRequest("configuration columns %s cannot be used with timeUnit %s"
                    .formatted(inBrackets(otherUnits), timeUnit));
        }
        return asked;
    }

    private static List<ReportOrder.Filter> filters(
            ReportType type, List<String> groupBy, @Nullable List<OrderJson.FilterJson> filters) {
        return Stream.ofNullable(filters)
                .flatMap(List::stream)
                .map(filter -> filter(type, groupBy, filter))
                .toList();
    }

    /** A filter holds for every grouping or for none. */
    private static ReportOrder.Filter filter(ReportType type, List<String> groupBy, OrderJson.FilterJson filter) {
        var field = required(filter.field(), "configuration filters field");
        var common = new HashSet<>(type.grouping(groupBy.getFirst()).filters().keySet());
        groupBy.forEach(name -> common.retainAll(type.grouping(name).filters().keySet()));
        mustBeAmong(List.of(field), common, "filters");
        var values = present(filter.values(), "filters values");
        for (var name : groupBy) {
            var allowed = type.grouping(name).filters().getOrDefault(field, List.of());
            mustBeAmong(values, allowed, "filters " + field);
        }
        return new ReportOrder.Filter(field, values);
    }

    private static void checkPeriod(ReportType type, LocalDate start, LocalDate end, LocalDate today) {
        if (end.isBefore(start)) {
            throw ApiException.badRequest(
                    "endDate (%s) must be equal to or after startDate (%s)".formatted(end, start));
        }
        if (end.isAfter(today)) {
            throw ApiException.badRequest("endDate (%s) must not be in the future (%s)".formatted(end, today));
        }
        var kept = today.minusDays(type.retentionDays());
        if (start.isBefore(kept)) {
            throw ApiException.badRequest(
                    "startDate (%s) must be equal to or after report type data retention start date (%s)"
                            .formatted(start, kept));
        }
        if (ChronoUnit.DAYS.between(start, end) >= ReportType.LONGEST_DAYS) {
            throw ApiException.badRequest("startDate (%s) to endDate (%s) must be at most %d days"
                    .formatted(start, end, ReportType.LONGEST_DAYS));
        }
    }

    private static LocalDate date(@Nullable String text, String name) {
        try {
            return LocalDate.parse(required(text, name));
        } catch (DateTimeParseException e) {
            throw ApiException.badRequest("%s (%s) must be a date as YYYY-MM-DD".formatted(name, text));
        }
    }

    private static void mustBe(String expected, @Nullable String given, String name) {
        if (!required(given, "configuration " + name).equals(expected)) {
            throw invalid(name, List.of(given == null ? "" : given), List.of(expected));
        }
    }

    private static void mustBeAmong(List<String> asked, Collection<String> allowed, String name) {
        var unknown = asked.stream()
                .filter(value -> !allowed.contains(value))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw invalid(name, unknown, new TreeSet<>(allowed));
        }
        if (Set.copyOf(asked).size() < asked.size()) {
            throw ApiException.badRequest("configuration %s names a value twice".formatted(name));
        }
    }

    private static List<String> present(@Nullable List<String> values, String name) {
        var given = required(values, "configuration " + name);
        if (given.isEmpty() || given.contains(null)) {
            throw ApiException.badRequest("configuration %s must not be empty".formatted(name));
        }
        return given;
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw ApiException.badRequest(name + " is required");
        }
        return value;
    }

    private static ApiException invalid(String name, Collection<String> given, Collection<String> allowed) {
        return ApiException.badRequest("configuration %s includes invalid values: %s. Allowed values: %s"
                .formatted(name, inBrackets(given), inBrackets(allowed)));
    }

    private static String inBrackets(Collection<String> values) {
        return values.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
