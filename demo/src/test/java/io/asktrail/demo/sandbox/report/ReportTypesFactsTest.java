package io.asktrail.demo.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our table of report types against the published one, where a folder {@code shared} with that lies beside us. */
class ReportTypesFactsTest {
    private static final String FACTS = "shared/facts/amazon-ads-report-columns.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ReportTypes TYPES = ReportTypes.load();

    static Set<String> types() {
        return TYPES.ids();
    }

    @ParameterizedTest
    @MethodSource("types")
    void allowsWhatIsPublished(String id) {
        // Given
        var published = facts().get("reportTypes").get(id);
        var ours = TYPES.find(id).orElseThrow();

        // Then
        assertThat(ours.adProduct().name()).isEqualTo(published.get("adProduct").stringValue());
        assertThat(ours.retentionDays() + " days")
                .isEqualTo(published.get("dataRetention").stringValue());
        assertThat(ReportType.LONGEST_DAYS + " days")
                .isEqualTo(published.get("maxDateRange").stringValue());
        assertThat(ours.columns()).containsExactlyInAnyOrderElementsOf(strings(published.get("baseColumns")));
        assertThat(ours.groupBy().keySet()).isSubsetOf(strings(published.get("groupBy")));
        ours.groupBy().forEach((name, grouping) -> {
            var facts = published.get("groupByColumns").get(name);
            assertThat(grouping.columns()).containsExactlyInAnyOrderElementsOf(strings(facts.get("additional")));
            assertThat(JSON.<JsonNode>valueToTree(grouping.filters()))
                    .isEqualTo(facts.get("filters").isNull() ? JSON.createObjectNode() : facts.get("filters"));
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesEachColumnInItsPublishedType(String id, @TempDir Path folder) throws Exception {
        // Given
        var columnTypes = facts().get("columnTypes");
        var day = LocalDate.of(2025, 10, 31);
        var type = TYPES.find(id).orElseThrow();
        var groupings = List.copyOf(type.groupBy().keySet());
        var columns = new ArrayList<>(type.columns(groupings));
        var order = new ReportOrder(type, day, day, groupings, columns, List.of(), TimeUnit.DAILY);
        var rows = new ReportRows(new World(DemoSettings.DEFAULT_SEED, 1));

        // When
        var file =
                ReportFile.write(folder.resolve("report"), columns, sink -> rows.forEach(order, day, Set.of(), sink));

        // Then
        try (var in = new GZIPInputStream(Files.newInputStream(file.path()))) {
            var written = JSON.readTree(in);
            assertThat(written).isNotEmpty();
            for (var row : written) {
                assertThat(row.propertyNames()).containsExactlyElementsOf(columns);
                columns.forEach(column -> assertThat(fits(row.get(column), columnTypes.get(column)))
                        .as(column + ": " + row.get(column))
                        .isTrue());
            }
        }
    }

    private static boolean fits(JsonNode value, JsonNode type) {
        return value.isNull()
                || type.isNull()
                || switch (type.stringValue()) {
                    case "Integer" -> value.isIntegralNumber();
                    case "Decimal" -> value.isNumber() && !value.isIntegralNumber();
                    default -> value.isString();
                };
    }

    private static JsonNode facts() {
        var found = Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(FACTS))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("Skipped: there is no " + FACTS + " beside the checkout to compare with");
            return abort("no " + FACTS + " beside the checkout");
        }
        return JSON.readTree(found.get());
    }

    private static Set<String> strings(JsonNode list) {
        var strings = new LinkedHashSet<String>();
        list.forEach(one -> strings.add(one.stringValue()));
        return strings;
    }
}
