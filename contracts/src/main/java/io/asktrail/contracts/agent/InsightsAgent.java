package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What observations come to: arithmetic on numbers that others fetched. */
@HttpExchange("/agents/insights")
public interface InsightsAgent {
    /** Column of the dimension a row belongs to; empty in the row of the whole. */
    String PART = "part";

    /** Column of the member of that dimension. */
    String MEMBER = "member";

    /** With a metric's id before it: the part of the whole change that a row makes up. */
    String SHARE_OF_CHANGE = ".change_share";

    /**
     * Who made up how much of a change. The first row is the whole; of each dimension there follow the members that
     * moved most, then all others in one row, then what belongs to no row that was seen, if there is any: together they
     * come to the whole, to the last digit.
     *
     * <p>Columns: {@link #PART}, {@link #MEMBER}, the metric, its {@code .previous}, its {@code .change} and its
     * {@link #SHARE_OF_CHANGE}, which is empty where nothing changed.
     */
    @PostExchange("/contributions")
    StepResult contributions(CallContext call, @RequestBody ContributionRequest request);

    /**
     * @param task what is diagnosed
     * @param seen compared rows of the metric: one observation without dimensions, and one for each dimension
     */
    record ContributionRequest(TaskSpec task, MetricId metric, List<Observation> seen) {
        public ContributionRequest {
            seen = List.copyOf(seen);
        }
    }
}
