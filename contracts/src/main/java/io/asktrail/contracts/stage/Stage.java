package io.asktrail.contracts.stage;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.reading.Reading;

/** What happens on the way to an answer, in this order; a step's event comes when the step has ended. */
public sealed interface Stage {
    /** The event's name in an event stream. */
    default String event() {
        return switch (this) {
            case Understood _ -> "understood";
            case Planned _ -> "planned";
            case StepDone _ -> "step";
            case Thinking _ -> "thought";
            case Answered _ -> "answer";
        };
    }

    /** What an event stream sends with it. */
    default Object payload() {
        return switch (this) {
            case Understood(var reading) -> reading;
            case Planned(var plan) -> plan;
            case StepDone(var step) -> step;
            case Thinking(var thought) -> thought;
            case Answered(var answer) -> answer;
        };
    }

    record Understood(Reading reading) implements Stage {}

    record Planned(Plan plan) implements Stage {}

    record StepDone(TrailStep step) implements Stage {}

    /** A round of a diagnosis has ended. */
    record Thinking(Thought thought) implements Stage {}

    record Answered(Answer answer) implements Stage {}
}
