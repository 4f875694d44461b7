package io.asktrail.contracts.diagnosis;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;

/** What a diagnosis does next, after what was seen so far. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NextLook.Look.class, name = "look"),
    @JsonSubTypes.Type(value = NextLook.Conclude.class, name = "conclude"),
    @JsonSubTypes.Type(value = NextLook.Refused.class, name = "refused")
})
public sealed interface NextLook {
    /** What language models cost to say so; nothing, if a playbook said it. */
    Cost cost();

    /**
     * @param thought why, in a sentence for the trail
     * @param looks questions of the data, each planned and guarded like anybody's
     */
    record Look(String thought, List<TaskSpec> looks, Cost cost) implements NextLook {
        public Look {
            looks = List.copyOf(looks);
            cost = cost == null ? Cost.NONE : cost;
            if (looks.isEmpty()) {
                throw new IllegalArgumentException("a look looks at something");
            }
        }

        /** By a playbook. */
        public Look(String thought, List<TaskSpec> looks) {
            this(thought, looks, Cost.NONE);
        }
    }

    /** Enough was seen. */
    record Conclude(String thought, Cost cost) implements NextLook {
        public Conclude {
            cost = cost == null ? Cost.NONE : cost;
        }

        /** By a playbook. */
        public Conclude(String thought) {
            this(thought, Cost.NONE);
        }
    }

    /**
     * @param reason a sentence a person can act on
     * @param nearest tasks that can be answered instead
     */
    record Refused(ErrorCode code, String reason, List<TaskSpec> nearest) implements NextLook {
        public Refused {
            nearest = List.copyOf(nearest);
        }

        @Override
        public Cost cost() {
            return Cost.NONE;
        }
    }
}
