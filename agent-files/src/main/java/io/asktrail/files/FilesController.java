package io.asktrail.files;

import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.file.FileOrder;
import java.io.InputStream;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** The door of agent-files' own process. */
@RestController
class FilesController implements FilesAgent {
    private final FilesAgent logic;

    FilesController(FilesAgent logic) {
        this.logic = logic;
    }

    @Override
    public ExportedFile write(CallContext call, FileOrder order) {
        return logic.write(call, order);
    }

    @Override
    public List<ExportedFile> list(CallContext call) {
        return logic.list(call);
    }

    @Override
    public ExportedFile find(CallContext call, String id) {
        return logic.find(call, id);
    }

    @Override
    public InputStream content(CallContext call, String id) {
        return logic.content(call, id);
    }

    @Override
    public void delete(CallContext call, String id) {
        logic.delete(call, id);
    }
}
