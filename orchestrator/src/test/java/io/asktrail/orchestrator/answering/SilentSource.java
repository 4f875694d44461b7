package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import java.util.List;

/** A source that nobody fetches from and that holds nothing: tests override what they ask. */
public abstract class SilentSource implements AdsAgent, SalesAgent {
    @Override
    public StepResult fetch(CallContext call, FetchRequest request) {
        throw new IllegalStateException("nothing is fetched");
    }

    @Override
    public StepResult template(CallContext call, TemplateRequest request) {
        throw new IllegalStateException("no template is run");
    }

    @Override
    public ValueFeed values(CallContext call, ValueRequest request) {
        return new ValueFeed(request.dimension(), List.of(), true);
    }

    @Override
    public List<Freshness> freshness(CallContext call) {
        return List.of();
    }
}
