package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The warehouse of orders, through statements built from the schema registry. */
@HttpExchange("/agents/sales")
public interface SalesAgent extends DataAgent {
    @Override
    @PostExchange("/fetch")
    StepResult fetch(CallContext call, @RequestBody FetchRequest request);

    /** Runs one step over a template; the rows are narrowed to the caller's as those of any other. */
    @PostExchange("/template")
    StepResult template(CallContext call, @RequestBody TemplateRequest request);

    @Override
    @PostExchange("/values")
    ValueFeed values(CallContext call, @RequestBody ValueRequest request);

    @Override
    @GetExchange("/freshness")
    List<Freshness> freshness(CallContext call);

    /** @param tool the capability that runs templates */
    record TemplateRequest(StepId step, ToolRef tool, StepInputs.Template inputs) {}
}
