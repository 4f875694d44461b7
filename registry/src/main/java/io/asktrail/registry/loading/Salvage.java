package io.asktrail.registry.loading;

import io.asktrail.registry.file.FileKind;
import io.asktrail.registry.file.FileSchemas;
import io.asktrail.registry.file.JsonSchemaFile.Fault;
import io.asktrail.registry.file.YamlDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file whose shape is wrong in a detail, with the detail left out or put by a stand-in. A misspelt field should not
 * hide that the formula beside it names a metric that is not there. What is salvaged is checked and thrown away.
 */
final class Salvage {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<FileKind, String> STAND_INS = Map.of(
            FileKind.METRIC,
            """
            {"label": {"en": "-"}, "description": "-", "unit": "count", "direction": "neutral", "additivity": "additive",
             "rounding": {"scale": 0, "mode": "HALF_UP"}, "owner": "-"}""",
            FileKind.DIMENSION,
            """
            {"label": {"en": "-"}, "description": "-", "kind": "category"}""",
            FileKind.SCHEMA,
            """
            {"title": "-"}""",
            FileKind.TOOL,
            """
            {"purpose": "-", "quotas": {"rpm": 1, "burst": 1, "max_result_rows": 1}, "latency_hint_ms": 0,
             "retries": {"safe": false, "max": 0}, "rls": false}""",
            FileKind.TEMPLATE,
            """
            {"purpose": "-"}""",
            FileKind.POLICY,
            """
            {"metrics": {}, "dimensions": {}}""",
            FileKind.VERIFIED,
            "{}",
            FileKind.RATES,
            """
            {"source": "-", "policy": "daily", "carried_days": 31}""",
            FileKind.CALENDAR,
            """
            {"tz": "UTC", "week_start": "MONDAY", "fiscal_year_start": "JANUARY", "default_days": 28,
             "named_days": []}""");

    private final FileSchemas schemas;

    Salvage(FileSchemas schemas) {
        this.schemas = schemas;
    }

    /** The file without its faults; empty if too little is left of it to be read. */
    Optional<YamlDocument> of(YamlDocument document, List<Fault> faults) {
        if (!(document.tree().deepCopy() instanceof ObjectNode tree)) {
            return Optional.empty();
        }
        var standIns = standIns(document.kind());
        faults.forEach(fault -> remove(tree, fault, standIns));
        standIns.properties().stream()
                .filter(standIn -> !tree.has(standIn.getKey()))
                .forEach(standIn -> tree.set(standIn.getKey(), standIn.getValue()));
        return schemas.faults(document.kind(), tree).isEmpty()
                ? Optional.of(new YamlDocument(document.file(), document.kind(), tree, document.lines()))
                : Optional.empty();
    }

    // An item of a list stays: without it the places of those after it would be wrong.
    private static void remove(ObjectNode tree, Fault fault, ObjectNode standIns) {
        if (fault.pointer().isEmpty()) {
            return;
        }
        var place = JsonPointer.compile(fault.pointer());
        if (standIns.has(place.getMatchingProperty())) {
            tree.remove(place.getMatchingProperty());
        } else if (tree.at(place.head()) instanceof ObjectNode parent) {
            parent.remove(place.last().getMatchingProperty());
        }
    }

    private static ObjectNode standIns(FileKind kind) {
        return (ObjectNode) JSON.readTree(STAND_INS.getOrDefault(kind, "{}"));
    }
}
