package io.asktrail.demo.sandbox.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The types of report that the sandbox knows, from their table in {@code report-types.yaml}. */
final class ReportTypes {
    private static final String TABLE = "/demo/sandbox/report-types.yaml";
    private static final List<String> WINDOWS = List.of("1d", "7d", "14d", "30d");

    private final Map<String, ReportType> byId = new LinkedHashMap<>();

    private ReportTypes(List<TypeRow> rows) {
        rows.forEach(row -> byId.put(row.id(), row.toType()));
    }

    static ReportTypes load() {
        var yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try (var in = ReportTypes.class.getResourceAsStream(TABLE)) {
            return new ReportTypes(List.of(yaml.readValue(in, TypeRow[].class)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    Set<String> ids() {
        return byId.keySet();
    }

    Optional<ReportType> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private record TypeRow(
            String id,
            AdProduct adProduct,
            int retentionDays,
            List<String> columns,
            @Nullable List<String> windows,
            Map<String, GroupingRow> groupBy) {

        ReportType toType() {
            var all = new LinkedHashSet<>(columns);
            Stream.ofNullable(windows)
                    .flatMap(List::stream)
                    .flatMap(stem -> WINDOWS.stream().map(window -> stem + window))
                    .forEach(all::add);
            var groupings = new LinkedHashMap<String, ReportType.Grouping>();
            groupBy.forEach((name, row) -> groupings.put(name, row.toGrouping()));
            return new ReportType(id, adProduct, retentionDays, all, groupings);
        }
    }

    private record GroupingRow(
            Level rows,
            @Nullable List<String> columns,
            @Nullable Map<String, List<String>> filters) {

        ReportType.Grouping toGrouping() {
            return new ReportType.Grouping(
                    rows,
                    columns == null ? Set.of() : new LinkedHashSet<>(columns),
                    filters == null ? Map.of() : filters);
        }
    }
}
