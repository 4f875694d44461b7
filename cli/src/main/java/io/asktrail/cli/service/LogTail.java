package io.asktrail.cli.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last lines of a log, found from its end, so that a long log costs no more than a short one. */
final class LogTail {
    private static final int BLOCK = 8192;
    private static final long LOOK_EVERY_MS = 200;

    private final Path file;
    private final byte[] bytes;
    private long position;

    private LogTail(Path file, byte[] bytes, long position) {
        this.file = file;
        this.bytes = bytes;
        this.position = position;
    }

    static LogTail last(Path file, int lines) throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var end = log.length();
            var from = startOf(log, end, lines);
            var bytes = new byte[(int) Math.min(Integer.MAX_VALUE - 8, end - from)];
            log.seek(from);
            log.readFully(bytes);
            return new LogTail(file, bytes, end);
        }
    }

    private static long startOf(RandomAccessFile log, long end, int lines) throws IOException {
        var block = new byte[BLOCK];
        var missing = lines;
        for (var to = end; to > 0; to -= BLOCK) {
            var from = Math.max(0, to - BLOCK);
            log.seek(from);
            log.readFully(block, 0, (int) (to - from));
            for (var at = (int) (to - from) - 1; at >= 0; at--) {
                // The break at the very end closes the last line; it does not open another.
                var isBreak = block[at] == '\n' && from + at != end - 1;
                if (isBreak && --missing <= 0) {
                    return from + at + 1;
                }
            }
        }
        return lines == 0 ? end : 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Writes what is added, for as long as the command runs. */
    void follow(OutputStream out) throws IOException {
        while (pause()) {
            var size = Files.exists(file) ? Files.size(file) : 0;
            // A shorter file is a new one.
            position = size < position ? 0 : position;
            if (size > position) {
                position += copy(out);
                out.flush();
            }
        }
    }

    private long copy(OutputStream out) throws IOException {
        try (var log = Files.newInputStream(file)) {
            log.skipNBytes(position);
            return log.transferTo(out);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
