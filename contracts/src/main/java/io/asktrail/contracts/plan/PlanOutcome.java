package io.asktrail.contracts.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;

/** What the planner may conclude. That no path leads to the number is an ordinary outcome: it is said, not faked. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanOutcome.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = PlanOutcome.Refused.class, name = "refused")
})
public sealed interface PlanOutcome {
    /** @param notes what is wider than asked, which basis was chosen, which split applies */
    record Planned(Plan plan, List<Note> notes) implements PlanOutcome {
        public Planned {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param reason a sentence a person can act on
     * @param nearest tasks that can be answered instead, nearest first
     */
    record Refused(ErrorCode code, String reason, List<TaskSpec> nearest) implements PlanOutcome {
        public Refused {
            nearest = List.copyOf(nearest);
        }
    }
}
