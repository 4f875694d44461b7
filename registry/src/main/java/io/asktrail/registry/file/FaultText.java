package io.asktrail.registry.file;

import com.networknt.schema.Error;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A schema validator's errors as sentences for the author of the file. */
final class FaultText {
    private FaultText() {}

    static JsonSchemaFile.Fault of(Error error) {
        var place = error.getInstanceLocation().toString();
        var field = error.getProperty();
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" -> new JsonSchemaFile.Fault(place, "'%s' is missing".formatted(field));
            case "additionalProperties", "unevaluatedProperties" ->
                new JsonSchemaFile.Fault(
                        place + "/" + NodeWalk.escape(String.valueOf(field)), "'%s' is no field here".formatted(field));
            case "enum", "const" ->
                new JsonSchemaFile.Fault(
                        place, "%s is not one of %s".formatted(quoted(error.getInstanceNode()), options(error)));
            case "pattern" ->
                new JsonSchemaFile.Fault(
                        place,
                        "%s is not written as it must be (%s)"
                                .formatted(
                                        quoted(error.getInstanceNode()),
                                        error.getSchemaNode().asString()));
            case "not" -> new JsonSchemaFile.Fault(place, "this does not go with the kind");
            case "format" ->
                new JsonSchemaFile.Fault(
                        place,
                        "%s is no %s"
                                .formatted(
                                        quoted(error.getInstanceNode()),
                                        error.getSchemaNode().asString()));
            default -> new JsonSchemaFile.Fault(place, error.getMessage());
        };
    }

    private static String options(Error error) {
        var options = error.getSchemaNode();
        return options.isArray()
                ? StreamSupport.stream(options.spliterator(), false)
                        .map(FaultText::quoted)
                        .collect(Collectors.joining(", "))
                : quoted(options);
    }

    private static String quoted(JsonNode value) {
        return value.isString() ? "'" + value.asString() + "'" : value.toString();
    }
}
