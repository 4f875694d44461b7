package io.asktrail.sales.orders;

import io.asktrail.service.loading.Utf8Check;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that was read once from end to end: it is whole, its content is known by its hash whether it is packed or not,
 * and so is its character set. Only then is a database touched.
 */
record OrderFile(Path path, long size, boolean packed, String contentHash, Charset charset) {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    // Excel on Windows saves old exports so; every byte means something in it, so nothing is lost.
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    static OrderFile inspect(Path path, LongConsumer bytesRead) {
        if (!Files.exists(path)) {
            throw new OrderFileException("There is no file %s.".formatted(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new OrderFileException("%s is no file: name one order file.".formatted(path));
        }
        try {
            var size = Files.size(path);
            if (size == 0) {
                throw new OrderFileException("%s is empty.".formatted(path));
            }
            var packed = isPacked(path);
            return digest(path, size, packed, bytesRead);
        } catch (EOFException e) {
            throw new OrderFileException(
                    "%s is cut off: the gzip ends too early. Download it again; nothing was loaded.".formatted(path),
                    e);
        } catch (ZipException e) {
            throw new OrderFileException(
                    "%s is damaged: its gzip cannot be unpacked. Download it again; nothing was loaded."
                            .formatted(path),
                    e);
        } catch (IOException e) {
            throw new OrderFileException("%s cannot be read: %s.".formatted(path, reason(e)), e);
        }
    }

    /** The text, from the start. */
    Reader open(LongConsumer bytesRead) throws IOException {
        return new InputStreamReader(unpacked(path, packed, bytesRead), charset);
    }

    private static OrderFile digest(Path path, long size, boolean packed, LongConsumer bytesRead) throws IOException {
        var hash = sha256();
        var utf8 = new Utf8Check();
        try (var content = unpacked(path, packed, bytesRead)) {
            var buffer = new byte[BUFFER];
            for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                hash.update(buffer, 0, n);
                utf8.see(buffer, n);
            }
        }
        var charset = utf8.holds() ? StandardCharsets.UTF_8 : OLD_WINDOWS;
        return new OrderFile(path, size, packed, HexFormat.of().formatHex(hash.digest()), charset);
    }

    private static boolean isPacked(Path path) throws IOException {
        try (var start = Files.newInputStream(path)) {
            return start.read() == GZIP_FIRST && start.read() == GZIP_SECOND;
        }
    }

    private static InputStream unpacked(Path path, boolean packed, LongConsumer bytesRead) throws IOException {
        var raw = new Counted(Files.newInputStream(path), bytesRead);
        try {
            return packed ? new GZIPInputStream(raw, BUFFER) : new BufferedInputStream(raw, BUFFER);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "you may not open it" : String.valueOf(failure.getMessage());
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer listener;
        private long total;

        Counted(InputStream in, LongConsumer listener) {
            super(in);
            this.listener = listener;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var n = super.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) {
            total += n;
            listener.accept(total);
        }
    }
}
