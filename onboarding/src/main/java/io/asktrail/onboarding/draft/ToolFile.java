package io.asktrail.onboarding.draft;

import io.asktrail.onboarding.guess.TableGuess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tool that reads the drafted tables: one capability for each fact. */
final class ToolFile {
    private ToolFile() {}

    static DraftedFile of(
            List<TableGuess> facts,
            List<MetricDraft> metrics,
            List<DimensionDraft> dimensions,
            Reach reach,
            String connection) {
        var text = new StringBuilder("""
            tool_id: warehouse_db
            kind: sql
            agent: sales
            purpose: The tables that were drafted from the database.
            connection_ref: %s
            auth: a login that may only read
            # A guess: how much may be asked of the database in a minute is for those who run it to say.
            quotas: {rpm: 6000, burst: 600, max_result_rows: 200000}
            latency_hint_ms: 200
            retries: {safe: true, max: 2}
            rls: false
            """.formatted(connection));
        var shared = dimensions.stream()
                .filter(dimension -> facts.stream()
                                .filter(fact -> has(dimension, fact, reach))
                                .count()
                        > 1)
                .map(dimension -> dimension.name().id())
                .toList();
        if (!shared.isEmpty()) {
            text.append("join_keys: ").append(Yaml.list(shared)).append('\n');
        }
        text.append("capabilities:\n");
        var names = new HashSet<String>();
        facts.forEach(fact -> text.append(capability(fact, metrics, dimensions, reach, names)));
        return new DraftedFile("tools/warehouse_db.yaml", text.toString());
    }

    private static String capability(
            TableGuess fact,
            List<MetricDraft> metrics,
            List<DimensionDraft> dimensions,
            Reach reach,
            Set<String> names) {
        var given = metrics.stream()
                .filter(metric -> metric.isMeasuredOn(fact.name()))
                .map(metric -> metric.name().id())
                .toList();
        var had = new ArrayList<String>();
        dimensions.stream()
                .filter(dimension -> has(dimension, fact, reach))
                .forEach(dimension -> had.add(dimension.name().id()));
        return """
              - name: %s
                purpose: %s
                inputs_schema_ref: fetch-inputs.schema.json
                outputs_schema_ref: result.schema.json
                table: %s
                metrics: %s
                dimensions: %s
            """.formatted(
                        name(fact, names),
                        Yaml.text("Rows of %s by day.".formatted(fact.name())),
                        Yaml.text(fact.name().toString()),
                        Yaml.list(given),
                        Yaml.list(had));
    }

    private static String name(TableGuess fact, Set<String> taken) {
        var id = fact.words().id().isEmpty() ? "table" : fact.words().id();
        var name = "query_" + id;
        for (var n = 2; !taken.add(name); n++) {
            name = "query_%s_%d".formatted(id, n);
        }
        return name;
    }

    private static boolean has(DimensionDraft dimension, TableGuess fact, Reach reach) {
        return dimension.time()
                || dimension.places().stream()
                        .anyMatch(place -> reach.from(fact).contains(place.table()));
    }
}
