package io.asktrail.ads.exports;

import io.asktrail.service.loading.Utf8Check;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/** A file that was read once from end to end: what it is, which characters it is written in, and the hash of its content. */
record ExportFile(Path path, Form form, Charset charset, String contentHash) {
    private static final int BUFFER = 1 << 16;
    // Excel on Windows saves old exports so; every byte means something in it, so nothing is lost.
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    enum Form {
        TEXT,
        PACKED_TEXT,
        WORKBOOK
    }

    static ExportFile inspect(Path path) {
        if (!Files.exists(path)) {
            throw new ExportException("There is no file %s.".formatted(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new ExportException("%s is no file: name a report that you downloaded.".formatted(path));
        }
        try {
            return inspected(path);
        } catch (EOFException | ZipException e) {
            throw new ExportException("%s is damaged or cut off. Download it again.".formatted(path), e);
        } catch (AccessDeniedException e) {
            throw new ExportException("%s cannot be read: you may not open it.".formatted(path), e);
        } catch (IOException e) {
            throw new ExportException("%s cannot be read: %s.".formatted(path, e.getMessage()), e);
        }
    }

    private static ExportFile inspected(Path path) throws IOException {
        var form = form(path);
        var utf8 = new Utf8Check();
        var hash = sha256();
        byte[] start;
        try (var in = new DigestInputStream(content(path, form), hash)) {
            start = in.readNBytes(BUFFER);
            utf8.see(start, start.length);
            var buffer = new byte[BUFFER];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                utf8.see(buffer, n);
            }
        }
        if (start.length == 0) {
            throw new ExportException("%s is empty.".formatted(path));
        }
        return new ExportFile(path, form, charset(start, utf8), HexFormat.of().formatHex(hash.digest()));
    }

    private static Form form(Path path) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(path)) {
            start = in.readNBytes(8);
        }
        var magic = HexFormat.of().formatHex(start);
        if (magic.startsWith("1f8b")) {
            return Form.PACKED_TEXT;
        }
        if (magic.startsWith("d0cf11e0")) {
            throw new ExportException(
                    "%s is an old or a locked Excel file. Save it as .xlsx without a password, or as CSV."
                            .formatted(path));
        }
        return magic.startsWith("504b0304") ? Form.WORKBOOK : Form.TEXT;
    }

    private static Charset charset(byte[] start, Utf8Check utf8) {
        var magic = HexFormat.of().formatHex(start, 0, Math.min(2, start.length));
        if (magic.equals("fffe") || hasZeros(start, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (magic.equals("feff") || hasZeros(start, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return utf8.holds() ? StandardCharsets.UTF_8 : OLD_WINDOWS;
    }

    // A header is in Latin letters: in UTF-16 every other byte of it is zero.
    private static boolean hasZeros(byte[] start, int from) {
        var looked = Math.min(start.length, 64);
        for (var i = from; i < looked; i += 2) {
            if (start[i] != 0) {
                return false;
            }
        }
        return looked > from;
    }

    /** The lines from the start. */
    Lines open() throws IOException {
        if (form != Form.WORKBOOK) {
            return CsvLines.of(new InputStreamReader(content(path, form), charset));
        }
        try {
            return XlsxLines.of(path);
        } catch (ExcelReaderException | IOException e) {
            throw new ExportException(
                    "%s is no workbook that can be read. Download it again, or save it as CSV.".formatted(path), e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    private static InputStream content(Path path, Form form) throws IOException {
        var raw = Files.newInputStream(path);
        try {
            return form == Form.PACKED_TEXT ? new GZIPInputStream(raw, BUFFER) : new BufferedInputStream(raw, BUFFER);
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
}
