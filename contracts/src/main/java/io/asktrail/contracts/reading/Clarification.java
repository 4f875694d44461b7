package io.asktrail.contracts.reading;

import io.asktrail.contracts.task.TaskSpec;
import java.util.List;

/** One question back, with two to four answers to choose from (none where there is nothing near to offer). */
public record Clarification(String question, List<Option> options) {
    /** A way to read the question, as a task that can be run as it is. */
    public record Option(String label, TaskSpec task) {}

    public Clarification {
        options = List.copyOf(options);
    }
}
