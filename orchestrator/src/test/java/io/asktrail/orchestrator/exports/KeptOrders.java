package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.file.FileOrder;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An agent-files that only remembers what it was told to write. */
final class KeptOrders implements FilesAgent {
    final List<FileOrder> orders = new ArrayList<>();
    boolean down;

    FileOrder last() {
        return orders.getLast();
    }

    @Override
    public ExportedFile write(CallContext call, FileOrder order) {
        if (down) {
            throw new SuiteException(ErrorCode.AGENT_DOWN, "agent-files cannot be reached.");
        }
        orders.add(order);
        return new ExportedFile(
                "file" + orders.size(),
                "/v1/exports/file" + orders.size(),
                order.format(),
                "x." + order.format().extension(),
                1,
                1,
                "00",
                false,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public List<ExportedFile> list(CallContext call) {
        return List.of();
    }

    @Override
    public ExportedFile find(CallContext call, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream content(CallContext call, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(CallContext call, String id) {
        throw new UnsupportedOperationException();
    }
}
