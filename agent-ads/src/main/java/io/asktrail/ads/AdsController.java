package io.asktrail.ads;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.service.call.FirstResults;
import java.io.InputStream;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** The agent over HTTP; paths stand in the interface. */
@RestController
class AdsController implements AdsAgent {
    private final AdsAgent logic;
    private final FirstResults first;

    AdsController(AdsAgent logic, FirstResults first) {
        this.logic = logic;
        this.first = first;
    }

    @Override
    public StepResult fetch(CallContext call, FetchRequest request) {
        return first.of(call, request, () -> logic.fetch(call, request));
    }

    @Override
    public ValueFeed values(CallContext call, ValueRequest request) {
        return logic.values(call, request);
    }

    @Override
    public List<Freshness> freshness(CallContext call) {
        return logic.freshness(call);
    }

    @Override
    public List<SchemaDrift> drift(CallContext call) {
        return logic.drift(call);
    }

    @Override
    public InputStream rows(CallContext call, RowsRequest request) {
        return logic.rows(call, request);
    }
}
