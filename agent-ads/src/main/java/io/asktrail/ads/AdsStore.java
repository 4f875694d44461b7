package io.asktrail.ads;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.TableReader;
import java.io.InputStream;
import java.util.List;

/** The store that keeps Amazon's reports. Amazon itself is never asked while somebody waits for an answer. */
final class AdsStore implements AdsAgent {
    private final TableReader tables;

    AdsStore(TableReader tables) {
        this.tables = tables;
    }

    @Override
    public StepResult fetch(CallContext call, FetchRequest request) {
        return tables.fetch(call, request);
    }

    @Override
    public ValueFeed values(CallContext call, ValueRequest request) {
        return tables.values(call, request);
    }

    @Override
    public List<Freshness> freshness(CallContext call) {
        return tables.freshness(call);
    }

    @Override
    public List<SchemaDrift> drift(CallContext call) {
        return tables.drift(call);
    }

    @Override
    public InputStream rows(CallContext call, RowsRequest request) {
        return tables.rows(call, request);
    }
}
