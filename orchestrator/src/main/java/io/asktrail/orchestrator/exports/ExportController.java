package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.orchestrator.saying.InTheirLanguage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Files: made, listed, fetched and deleted by the one they are for. */
@RestController
@RequestMapping("/orchestrator/v1")
public class ExportController {
    private final Exports exports;
    private final FilesAgent files;
    private final TaskReading tasks;

    ExportController(Exports exports, FilesAgent files, TaskReading tasks) {
        this.exports = exports;
        this.files = files;
        this.tasks = tasks;
    }

    @Operation(operationId = "exportAnswer", summary = "A file of a stored answer: CSV, XLSX or Parquet")
    @ApiResponse(responseCode = "201", description = "The file, which is fetched at its link")
    @PostMapping("/answers/{id}/export")
    public ResponseEntity<ExportedFile> ofAnswer(
            @Parameter(hidden = true) CallContext call,
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable ExportRequest request) {
        var wanted = request == null ? ExportRequest.PLAIN : request;
        return made(InTheirLanguage.told(call.language(), () -> exports.ofAnswer(call, id, wanted)));
    }

    @Operation(
            operationId = "exportRows",
            summary = "A file of the single rows behind a task's metrics; most roles need an approval_id for it")
    @ApiResponse(responseCode = "201", description = "The file, which is fetched at its link")
    @PostMapping("/exports")
    public ResponseEntity<ExportedFile> ofRows(
            @Parameter(hidden = true) CallContext call, @RequestBody RowsExportRequest request) {
        return made(InTheirLanguage.told(
                call.language(), () -> exports.ofRows(call, tasks.read(request.task()), request.file())));
    }

    private static ResponseEntity<ExportedFile> made(ExportedFile file) {
        return ResponseEntity.created(URI.create(file.link())).body(file);
    }

    @Operation(operationId = "listExports", summary = "The caller's files that are still there, the newest first")
    @GetMapping("/exports")
    public List<ExportedFile> list(@Parameter(hidden = true) CallContext call) {
        return files.list(call);
    }

    @Operation(operationId = "getExport", summary = "The bytes of a file; 410 once its time is over")
    @GetMapping("/exports/{id}")
    public @Nullable ResponseEntity<InputStream> content(
            @Parameter(hidden = true) CallContext call, @PathVariable("id") String id, WebRequest request) {
        var file = files.find(call, id);
        if (request.checkNotModified('"' + file.sha256() + '"')) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.format().contentType()))
                .contentLength(file.bytes())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.content(call, id));
    }

    @Operation(operationId = "deleteExport", summary = "Delete a file before its time")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @DeleteMapping("/exports/{id}")
    public ResponseEntity<Void> delete(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        files.delete(call, id);
        return ResponseEntity.noContent().build();
    }
}
