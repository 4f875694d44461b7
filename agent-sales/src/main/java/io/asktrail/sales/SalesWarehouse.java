package io.asktrail.sales;

import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.TableReader;
import java.io.InputStream;
import java.util.List;

/** The warehouse of orders, through statements built from the schema registry; none is ever passed in. */
final class SalesWarehouse implements SalesAgent {
    private final TableReader tables;

    SalesWarehouse(TableReader tables) {
        this.tables = tables;
    }

    @Override
    public StepResult fetch(CallContext call, FetchRequest request) {
        return tables.fetch(call, request);
    }

    @Override
    public StepResult template(CallContext call, TemplateRequest request) {
        return tables.template(call, request.step(), request.tool(), request.inputs());
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
