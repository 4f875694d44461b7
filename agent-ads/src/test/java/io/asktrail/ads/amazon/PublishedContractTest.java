package io.asktrail.ads.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.asktrail.adsstore.AdsReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for, against Amazon's published list of reports, where a folder {@code shared} with that lies beside us. */
class PublishedContractTest {
    private static final String FACTS = "shared/facts/amazon-ads-report-columns.json";

    @ParameterizedTest
    @EnumSource
    void asksForColumnsThatTheReportHasInItsGrouping(AdsReport report) throws Exception {
        // Given
        var facts = facts();
        assumeTrue(
                facts != null, "no %s beside the project: what Amazon publishes cannot be compared".formatted(FACTS));
        var shape = ReportShape.of(report);
        var published = Objects.requireNonNull(facts).path("reportTypes").path(shape.typeId());

        // Then
        assertThat(published.path("adProduct").asString()).isEqualTo(shape.adProduct());
        assertThat(texts(published.path("groupBy"))).contains(shape.groupBy());
        assertThat(texts(published.path("timeUnit"))).contains("DAILY");
        assertThat(texts(published.path("format"))).contains("GZIP_JSON");
        assertThat(published.path("maxDateRange").asString()).isEqualTo("31 days");
        assertThat(published.path("dataRetention").asString()).isEqualTo(report.retentionDays() + " days");
        var allowed = texts(published.path("baseColumns"));
        allowed.addAll(
                texts(published.path("groupByColumns").path(shape.groupBy()).path("additional")));
        assertThat(allowed).containsAll(shape.columnNames());
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new HashSet<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static @Nullable JsonNode facts() throws Exception {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(FACTS))
                .filter(Files::exists)
                .findFirst()
                .map(file -> JsonMapper.shared().readTree(file.toFile()))
                .orElse(null);
    }
}
