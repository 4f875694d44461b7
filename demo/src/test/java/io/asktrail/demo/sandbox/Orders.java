package io.asktrail.demo.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Orders for reports, as JSON. */
public final class Orders {
    private Orders() {}

    public static String daily(String type, String groupBy, LocalDate from, LocalDate to, String... columns) {
        return of(type, groupBy, from, to, "DAILY", "[]", columns);
    }

    public static String of(
            String type,
            String groupBy,
            LocalDate from,
            LocalDate to,
            String timeUnit,
            String filters,
            String... columns) {
        return """
                {"name": "a test", "startDate": "%s", "endDate": "%s", "configuration": {
                 "adProduct": "%s", "groupBy": %s, "columns": %s, "filters": %s,
                 "reportTypeId": "%s", "timeUnit": "%s", "format": "GZIP_JSON"}}
                """.formatted(
                        from, to, adProduct(type), list(groupBy.split("\\+")), list(columns), filters, type, timeUnit);
    }

    private static String adProduct(String type) {
        return switch (type.substring(0, 2)) {
            case "sp" -> "SPONSORED_PRODUCTS";
            case "sb" -> "SPONSORED_BRANDS";
            default -> "SPONSORED_DISPLAY";
        };
    }

    private static String list(String[] words) {
        return List.of(words).stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }
}
