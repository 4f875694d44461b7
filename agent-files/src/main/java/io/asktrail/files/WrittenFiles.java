package io.asktrail.files;

import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.files.format.RowWriter;
import io.asktrail.files.rows.RowSource;
import io.asktrail.files.shelf.NewFile;
import io.asktrail.files.shelf.Shelf;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.wording.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;

/** The logic of agent-files, the same in its own process and beside the orchestrator. */
final class WrittenFiles implements FilesAgent {
    private static final int LOOK_EVERY = 10_000;

    private final CurrentRegistry registries;
    private final FileSources sources;
    private final Shelf shelf;
    private final FilesProperties properties;
    private final FileCounts counts;
    private final Clock clock;

    WrittenFiles(
            CurrentRegistry registries,
            FileSources sources,
            Shelf shelf,
            FilesProperties properties,
            FileCounts counts,
            Clock clock) {
        this.registries = registries;
        this.sources = sources;
        this.shelf = shelf;
        this.properties = properties;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public ExportedFile write(CallContext call, FileOrder order) {
        var id = NewFile.id();
        try (var rows = sources.open(call, order.content())) {
            requireRoom();
            var written = write(call, order, rows, id);
            var file = NewFile.of(
                    id,
                    shelf.begin(id),
                    order.format(),
                    order.name(),
                    written,
                    rows.ending().truncated(),
                    clock.instant(),
                    registries.get().calendar().definition().tz(),
                    properties.keepFor());
            shelf.put(call.caller(), file);
            counts.written(file);
            return file;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            dropUnfinished(id);
        }
    }

    private long write(CallContext call, FileOrder order, RowSource rows, String id) throws IOException {
        var words = Wording.withoutNames(call.language());
        try (var writer = RowWriters.open(order, rows.columns(), shelf.begin(id), words)) {
            var count = 0L;
            for (var row = rows.next(); row != null; row = rows.next()) {
                writer.add(row);
                if (++count % LOOK_EVERY == 0) {
                    goOn(call);
                }
            }
            var cover = CoverWriter.write(order.cover(), rows, count, clock.instant(), words);
            writer.finish(new RowWriter.Finish(rows.totals(), cover));
            return count;
        }
    }

    // Nobody waits for a file whose caller is gone or whose time is over, and a full disk helps nobody.
    private void goOn(CallContext call) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away, so no file was written.");
        }
        if (call.deadline().hasPassed(clock)) {
            throw new SuiteException(
                    ErrorCode.DEADLINE_PASSED, "The file took longer than there was time: ask for fewer rows.");
        }
        requireRoom();
    }

    private void requireRoom() throws IOException {
        if (shelf.freeBytes() < properties.roomLeft().toBytes()) {
            throw new SuiteException(
                    ErrorCode.QUOTA_SPENT,
                    "There is no room for a file just now: delete some of yours (DELETE /v1/exports/{id}) or tell the"
                            + " operator.");
        }
    }

    private static SuiteException failed(IOException cause) {
        return new SuiteException(ErrorCode.BROKEN_INVARIANT, "The file could not be written.", cause);
    }

    private void dropUnfinished(String id) {
        try {
            shelf.drop(id);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public List<ExportedFile> list(CallContext call) {
        return shelf.list(call.caller());
    }

    @Override
    public ExportedFile find(CallContext call, String id) {
        return shelf.find(call.caller(), id);
    }

    @Override
    public InputStream content(CallContext call, String id) {
        return shelf.content(call.caller(), id);
    }

    @Override
    public void delete(CallContext call, String id) {
        shelf.delete(call.caller(), id);
        counts.deleted(FileCounts.Why.ASKED, 1);
    }
}
