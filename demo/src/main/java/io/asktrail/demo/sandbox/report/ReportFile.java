package io.asktrail.demo.sandbox.report;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A report on disk. {@code unpackedSize} is that of its JSON, in bytes. */
record ReportFile(Path path, long size, long unpackedSize) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Cells CELLS = new Cells();

    /** Something that gives its rows one by one. */
    interface Rows {
        void forEach(Consumer<ReportRow> sink);
    }

    static ReportFile write(Path path, List<String> columns, Rows rows) throws IOException {
        var unpacked = new Counting(new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(path))));
        try (var out = JSON.createGenerator(ObjectWriteContext.empty(), unpacked)) {
            var cells = columns.stream().map(CELLS::of).toList();
            out.writeStartArray();
            rows.forEach(row -> write(out, columns, cells, row));
            out.writeEndArray();
        }
        return new ReportFile(path, Files.size(path), unpacked.count);
    }

    private static void write(JsonGenerator out, List<String> columns, List<Cell> cells, ReportRow row) {
        out.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            out.writeName(columns.get(i));
            cells.get(i).write(out, row);
        }
        out.writeEndObject();
    }

    private static final class Counting extends FilterOutputStream {
        private long count;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
