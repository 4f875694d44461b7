package io.asktrail.contracts.diagnosis;

import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.TaskSpec;

/**
 * What one look of a diagnosis gave.
 *
 * @param look the question that was asked of the data
 * @param result its rows, or why there are none
 */
public record Observation(TaskSpec look, StepResult result) {}
