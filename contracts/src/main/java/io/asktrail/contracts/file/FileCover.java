package io.asktrail.contracts.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.TrailStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of the rows when the file is all that is left of them: how they were worked out and when.
 *
 * @param question null for a task that came without words
 * @param answerId null if it was no answer
 * @param chart null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileCover(
        @Nullable String question,
        @Nullable String text,
        @Nullable String method,
        List<String> assumptions,
        List<Caveat> caveats,
        List<String> policies,
        List<TrailStep> trail,
        @JsonProperty("answer_id") @Nullable String answerId,
        @JsonProperty("registry_version") String registryVersion,
        @Nullable Picture chart) {
    public FileCover {
        assumptions = List.copyOf(assumptions);
        caveats = List.copyOf(caveats);
        policies = List.copyOf(policies);
        trail = List.copyOf(trail);
    }
}
