package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.file.FileOrder;
import java.io.InputStream;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Rows as files, each kept for a while for the caller it was written for. To everybody else it does not exist: a file of
 * another is {@code UNKNOWN_ID}, one's own that is past its time is {@code EXPIRED}.
 */
@HttpExchange("/agents/files")
public interface FilesAgent {
    /** Writes a file; it is there when this returns. */
    @PostExchange("/files")
    ExportedFile write(CallContext call, @RequestBody FileOrder order);

    /** The caller's files that are still there, the newest first. */
    @GetExchange("/files")
    List<ExportedFile> list(CallContext call);

    @GetExchange("/files/{id}")
    ExportedFile find(CallContext call, @PathVariable("id") String id);

    /** The bytes of a file; whoever asks closes the stream. */
    @GetExchange("/files/{id}/content")
    InputStream content(CallContext call, @PathVariable("id") String id);

    /** Deletes a file before its time. */
    @DeleteExchange("/files/{id}")
    void delete(CallContext call, @PathVariable("id") String id);
}
