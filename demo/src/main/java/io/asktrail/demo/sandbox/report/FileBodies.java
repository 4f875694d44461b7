package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.sandbox.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A report's file as it is, and in the ways in which it may arrive broken. */
final class FileBodies {
    private static final int BLOCK = 1 << 16;

    private FileBodies() {}

    static Reply.Body whole(ReportFile file) {
        return new OfFile(file, file.size());
    }

    /** An answer that is complete by its length; only the gzip format shows that it is not. */
    static Reply.Body firstHalf(ReportFile file) {
        return new OfFile(file, file.size() / 2);
    }

    /** {@code [}, blanks, {@code ]}: JSON that any parser would take, if there were room for it. */
    static Reply.Body bomb(long unpackedBytes) throws IOException {
        var blanks = new byte[BLOCK];
        Arrays.fill(blanks, (byte) ' ');
        return packed(out -> {
            out.write('[');
            for (long left = unpackedBytes - 2; left > 0; left -= BLOCK) {
                out.write(blanks, 0, (int) Math.min(left, BLOCK));
            }
            out.write(']');
        });
    }

    /** The first half of the JSON, and then something else; packed without a fault. */
    static Reply.Body malformed(ReportFile file) throws IOException {
        return packed(out -> {
            try (var json = new GZIPInputStream(Files.newInputStream(file.path()))) {
                copy(json, out, file.unpackedSize() / 2);
            }
            out.write("}{\"campaignId\": oops".getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void copy(InputStream from, OutputStream to, long bytes) throws IOException {
        for (long left = bytes; left > 0; left -= BLOCK) {
            to.write(from.readNBytes((int) Math.min(left, BLOCK)));
        }
    }

    /** In memory: what is packed here is a thousandth of its length, or a demo's report. */
    private static Reply.Body packed(Content content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            content.writeTo(gzip);
        }
        return Reply.Body.of(packed.toByteArray());
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private record OfFile(ReportFile file, long length) implements Reply.Body {
        @Override
        public InputStream open() throws IOException {
            return length == file.size()
                    ? Files.newInputStream(file.path())
                    : new ByteArrayInputStream(Files.readAllBytes(file.path()), 0, (int) length);
        }
    }
}
