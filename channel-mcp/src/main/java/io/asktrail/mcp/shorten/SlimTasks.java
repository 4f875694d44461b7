package io.asktrail.mcp.shorten;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.task.TaskSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tasks without what they leave empty, which for most is the larger part. */
public final class SlimTasks {
    private final JsonMapper json;

    public SlimTasks(JsonMapper json) {
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                        .withContentInclusion(JsonInclude.Include.NON_EMPTY))
                .build();
    }

    public JsonNode slim(TaskSpec task) {
        return json.valueToTree(task);
    }
}
