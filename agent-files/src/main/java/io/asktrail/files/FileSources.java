package io.asktrail.files;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.files.rows.GivenRows;
import io.asktrail.files.rows.MaskedRows;
import io.asktrail.files.rows.RowSource;
import io.asktrail.files.rows.StreamedRows;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.registry.CurrentRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Opens the rows of an order: of a table at hand, or of the data agent that serves the tool. */
final class FileSources {
    private final CurrentRegistry registries;
    private final @Nullable AdsAgent ads;
    private final @Nullable SalesAgent sales;
    private final JsonMapper json;

    FileSources(CurrentRegistry registries, @Nullable AdsAgent ads, @Nullable SalesAgent sales, JsonMapper json) {
        this.registries = registries;
        this.ads = ads;
        this.sales = sales;
        this.json = json;
    }

    /** Rows as the caller may have them: what a table at hand shows was masked when it became an answer. */
    RowSource open(CallContext call, FileOrder.Content content) {
        return switch (content) {
            case FileOrder.Given(var table, var truncated) -> new GivenRows(table, truncated);
            case FileOrder.Streamed streamed -> streamed(call, streamed);
        };
    }

    private RowSource streamed(CallContext call, FileOrder.Streamed order) {
        var registry = registries.get();
        var tool = registry.tool(order.request().tool().tool());
        var agent =
                switch (tool.agent()) {
                    case ADS -> ads;
                    case SALES -> sales;
                    case COMPUTE -> null;
                };
        if (agent == null) {
            throw new SuiteException(
                    ErrorCode.UNKNOWN_TOOL,
                    "%s gives no rows for a file.".formatted(tool.agent().serviceName()));
        }
        var rows = new StreamedRows(stream(call, order, agent), json);
        return new MaskedRows(rows, Masking.of(registry.accessOf(call.caller())));
    }

    private static java.io.InputStream stream(CallContext call, FileOrder.Streamed order, DataAgent agent) {
        return agent.rows(call, order.request());
    }
}
