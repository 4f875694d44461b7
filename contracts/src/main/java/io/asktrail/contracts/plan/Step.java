package io.asktrail.contracts.plan;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;

/** One call of one tool. */
public record Step(StepId id, ToolRef tool, StepInputs inputs) {}
