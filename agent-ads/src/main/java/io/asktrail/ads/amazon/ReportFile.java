package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.ads.amazon.AmazonSettings.FileLimits;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/** A report's file: one JSON array of rows, packed. It is read as it comes in, row by row. */
final class ReportFile {
    private final AdsReport report;
    private final ReportShape shape;
    private final FileLimits limits;

    ReportFile(AdsReport report, FileLimits limits) {
        this.report = report;
        this.shape = ReportShape.of(report);
        this.limits = limits;
    }

    /** @throws AmazonException {@link Trouble#BAD_FILE} or {@link Trouble#TOO_LARGE}, after some rows maybe */
    void read(InputStream file, Consumer<AdsRow> rows) {
        try (var unpacked = new BoundedFile(file, limits);
                var parser = JsonMapper.shared().createParser(unpacked)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw bad("is no list of rows", null);
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                rows.accept(row(parser));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                throw bad("does not end where its list of rows does", null);
            }
        } catch (JacksonIOException broken) {
            throw broken(broken.getCause());
        } catch (JacksonException | ArithmeticException | NumberFormatException notRows) {
            throw bad("cannot be read", notRows);
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    private AdsRow row(JsonParser parser) {
        var draft = new RowDraft();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var column = shape.column(parser.currentName());
            parser.nextToken();
            if (column == null) {
                parser.skipChildren();
            } else {
                draft.take(column, parser);
            }
        }
        return draft.row(report.table());
    }

    private static AmazonException broken(@Nullable Throwable cause) {
        return switch (cause) {
            case AmazonException told -> told;
            case EOFException cut -> bad("ends in the middle", cut);
            case ZipException notZip -> bad("is not packed as it should be", notZip);
            case null, default -> new AmazonException(Trouble.UNAVAILABLE, "A report's file broke off.", cause);
        };
    }

    private static AmazonException bad(String how, @Nullable Throwable cause) {
        return new AmazonException(Trouble.BAD_FILE, "A report's file %s.".formatted(how), cause);
    }
}
