package io.asktrail.contracts.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.answer.Cost;
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
    /** What language models cost, whatever came of it; nothing, if the rules did it alone. */
    Cost cost();

    /** @param notes what is wider than asked, which basis was chosen, which split applies */
    record Planned(Plan plan, List<Note> notes, Cost cost) implements PlanOutcome {
        public Planned {
            notes = List.copyOf(notes);
            cost = cost == null ? Cost.NONE : cost;
        }

        /** By the rules. */
        public Planned(Plan plan, List<Note> notes) {
            this(plan, notes, Cost.NONE);
        }
    }

    /**
     * @param reason a sentence a person can act on
     * @param nearest tasks that can be answered instead, nearest first
     */
    record Refused(ErrorCode code, String reason, List<TaskSpec> nearest, Cost cost) implements PlanOutcome {
        public Refused {
            nearest = List.copyOf(nearest);
            cost = cost == null ? Cost.NONE : cost;
        }

        /** By the rules. */
        public Refused(ErrorCode code, String reason, List<TaskSpec> nearest) {
            this(code, reason, nearest, Cost.NONE);
        }
    }
}
