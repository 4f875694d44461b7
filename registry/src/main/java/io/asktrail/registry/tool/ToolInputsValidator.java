package io.asktrail.registry.tool;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether what a step is called with is what its capability takes, by the capability's JSON Schema. */
public final class ToolInputsValidator {
    /**
     * Every fault, as a sentence that begins with the place; empty if the inputs are right.
     *
     * @param inputs the step's inputs as a tree of their JSON
     */
    public List<String> faults(Capability capability, JsonNode inputs) {
        return ToolSchemas.find(capability.inputsSchemaRef())
                .map(schema -> schema.faults(inputs).stream()
                        .map(fault -> (fault.pointer().isEmpty() ? "inputs" : fault.pointer()) + ": " + fault.message())
                        .toList())
                .orElseGet(() -> List.of("there is no schema '%s'".formatted(capability.inputsSchemaRef())));
    }
}
