package io.asktrail.registry.template;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.registry.Registry;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A template with its parameters set: the typed fetch that it comes to, so that whatever holds of a fetch holds of it.
 *
 * @param tool the capability that is fetched from
 */
public record TemplateCall(ToolRef tool, StepInputs.Fetch inputs) {
    /**
     * Sets a template's parameters.
     *
     * @throws SuiteException with a sentence, where there is no such template, or a parameter is unknown, missing, of
     *     another type, or none of the values that it may have
     */
    public static TemplateCall of(Registry registry, StepInputs.Template inputs) {
        var template = registry.template(inputs.template());
        requireKnown(template, inputs);
        return new TemplateCall(template.capability(), new TemplateSetting(registry, template, inputs).fetch());
    }

    /** The same; empty where that throws. */
    public static Optional<TemplateCall> find(Registry registry, StepInputs.Template inputs) {
        try {
            return Optional.of(of(registry, inputs));
        } catch (SuiteException _) {
            return Optional.empty();
        }
    }

    private static void requireKnown(TemplateDefinition template, StepInputs.Template inputs) {
        for (var name : inputs.params().given().keySet()) {
            if (template.param(name).isEmpty()) {
                var names =
                        template.params().stream().map(TemplateParameter::name).collect(Collectors.joining(", "));
                throw malformed(
                        "The template '%s' has no parameter '%s'; it has %s.".formatted(template.id(), name, names));
            }
        }
    }

    static SuiteException malformed(String sentence) {
        return new SuiteException(ErrorCode.MALFORMED_REQUEST, sentence);
    }
}
