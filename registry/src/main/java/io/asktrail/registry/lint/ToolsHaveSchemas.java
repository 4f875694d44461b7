package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import io.asktrail.registry.tool.ToolSchemas;
import java.util.HashSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tool's schemas are there, its capabilities have different names, and its join keys are dimensions. */
final class ToolsHaveSchemas implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.tools().stream().flatMap(tool -> Stream.concat(capabilities(tool), joinKeys(tool, draft)));
    }

    private static Stream<Finding> capabilities(Defined<ToolDefinition> tool) {
        var names = new HashSet<String>();
        var capabilities = tool.value().capabilities();
        return IntStream.range(0, capabilities.size()).boxed().flatMap(i -> {
            var at = "/capabilities/" + i;
            Capability capability = capabilities.get(i);
            return Stream.of(
                            schema(tool, at + "/inputs_schema_ref", capability.inputsSchemaRef()),
                            schema(tool, at + "/outputs_schema_ref", capability.outputsSchemaRef()),
                            names.add(capability.name())
                                    ? Stream.<Finding>empty()
                                    : Stream.of(tool.at(
                                            at + "/name", "'%s' stands here twice".formatted(capability.name()))))
                    .flatMap(found -> found);
        });
    }

    private static Stream<Finding> schema(Defined<ToolDefinition> tool, String at, String ref) {
        return ToolSchemas.exists(ref)
                ? Stream.empty()
                : Stream.of(tool.at(at, "there is no schema file '%s'".formatted(ref)));
    }

    private static Stream<Finding> joinKeys(Defined<ToolDefinition> tool, Draft draft) {
        var keys = tool.value().joinKeys();
        return IntStream.range(0, keys.size())
                .filter(i -> !draft.names(keys.get(i)))
                .mapToObj(i -> tool.at("/join_keys/" + i, "no file defines the dimension '%s'".formatted(keys.get(i))));
    }
}
