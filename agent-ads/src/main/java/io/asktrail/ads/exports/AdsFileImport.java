package io.asktrail.ads.exports;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.AdsStoreException;
import io.asktrail.adsstore.ReportSlice;
import io.asktrail.adsstore.SliceWriter;
import io.asktrail.adsstore.StoredProfile;
import io.asktrail.service.loading.LoadProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.jspecify.annotations.Nullable;

/**
 * Loads a report of the Amazon Ads console, all of it or nothing. It is read twice: once to know that every line can be
 * read, and which campaigns and days it holds; then into the store, in one transaction. The memory it takes does not grow
 * with its rows.
 */
final class AdsFileImport {
    private final Choice choice;
    private final @Nullable String unit;
    private final ZoneId zone;
    private final LocalDate today;

    /**
     * @param choice what the user said
     * @param unit the one currency that the registry counts money in; null if it counts in none
     * @param zone of an account that nobody knew before
     * @param today there
     */
    AdsFileImport(Choice choice, @Nullable String unit, ZoneId zone, LocalDate today) {
        this.choice = choice;
        this.unit = unit;
        this.zone = zone;
        this.today = today;
    }

    /**
     * @param profile Amazon's id of the account; null if the store or the file can tell
     * @param channel the ad product of a file that does not say; null if it does
     */
    record Choice(@Nullable Long profile, @Nullable AdChannel channel) {}

    /**
     * Loads a file, or says that it was loaded before.
     *
     * @param connection to the ads store, as a role that may make tables there; it is left open
     * @throws ExportException if the file cannot be loaded; nothing was changed then
     */
    ImportReport load(Path path, Connection connection, LoadProgress progress) throws SQLException {
        var file = ExportFile.inspect(path);
        try {
            return load(file, connection, progress);
        } catch (CsvParseException
                | ExcelReaderException
                | UncheckedIOException
                | IOException
                | NoSuchElementException e) {
            throw new ExportException(
                    "%s cannot be read to its end: %s. Nothing was loaded.".formatted(path, e.getMessage()), e);
        }
    }

    private ImportReport load(ExportFile file, Connection connection, LoadProgress progress)
            throws SQLException, IOException {
        var columns = recognised(file);
        var reader = new RowReader(columns, new Days(today));
        var survey = survey(file, reader, progress.stage("Checking", 1));
        survey.refuseFaults(file.name());
        connection.setAutoCommit(false);
        try {
            return load(file, columns, reader, survey, connection, progress);
        } catch (AdsStoreException e) {
            throw new ExportException("%s Nothing was loaded.".formatted(e.getMessage()), e);
        } finally {
            connection.rollback();
        }
    }

    private ImportReport load(
            ExportFile file,
            ExportColumns columns,
            RowReader reader,
            Survey survey,
            Connection connection,
            LoadProgress progress)
            throws SQLException, IOException {
        AdsStore.prepare(connection);
        var currency = reader.currency().orElse(null);
        var account = new Accounts(connection, zone).of(choice.profile(), currency);
        refuseAnotherUnit(account.currency());
        var files = new LoadedFiles(connection);
        if (files.has(account.id(), file.contentHash())) {
            return new ImportReport.LoadedBefore(columns.report());
        }
        var slice = new ReportSlice(
                account.id(), columns.report(), survey.first(), survey.last(), ReportSlice.Origin.IMPORT);
        var ids = CampaignIds.resolve(connection, account.id(), columns.report().channel(), survey.campaigns());
        var written = write(
                file,
                columns,
                slice,
                ids,
                connection,
                progress.stage("Loading", survey.totals().rows()));
        AdsStore.nameProducts(connection, slice);
        files.remember(file, slice, written.rows());
        var report = loaded(columns, account, survey, written, ids, Reconciliation.of(connection, slice));
        connection.commit();
        return report;
    }

    private static ImportReport.Loaded loaded(
            ExportColumns columns,
            StoredProfile account,
            Survey survey,
            SliceWriter.Written written,
            CampaignIds ids,
            List<Reconciliation> reconciled) {
        return new ImportReport.Loaded(
                columns,
                account,
                survey.first(),
                survey.last(),
                survey.totals(),
                written.days(),
                written.kept(),
                written.restated(),
                ids.matched(),
                ids.byName(),
                survey.blank(),
                survey.totalRows(),
                survey.missingFromRows().orElse(null),
                reconciled);
    }

    private ExportColumns recognised(ExportFile file) throws IOException {
        try (var lines = file.open()) {
            var header = header(lines, file);
            var first = lines.hasNext() ? lines.next().cells() : List.<String>of();
            return ExportColumns.recognise(header.cells(), first, choice.channel());
        }
    }

    private static Survey survey(ExportFile file, RowReader reader, LongConsumer progress) throws IOException {
        try (var lines = file.open()) {
            header(lines, file);
            var survey = Survey.of(lines, reader);
            progress.accept(1);
            return survey;
        }
    }

    private static Line header(Lines lines, ExportFile file) {
        while (lines.hasNext()) {
            var line = lines.next();
            if (!line.isEmpty()) {
                return line;
            }
        }
        throw new ExportException("%s has no header: there is nothing in it.".formatted(file.name()));
    }

    private SliceWriter.Written write(
            ExportFile file,
            ExportColumns columns,
            ReportSlice slice,
            CampaignIds ids,
            Connection connection,
            LongConsumer progress)
            throws IOException {
        var reader = new RowReader(columns, new Days(today));
        try (var lines = file.open();
                var writer = AdsStore.replace(connection, slice)) {
            header(lines, file);
            var done = 0L;
            while (lines.hasNext()) {
                if (reader.read(lines.next()) instanceof RowReader.Outcome.Row(var row)) {
                    writer.add(row.withCampaign(ids.of(row), columns.report().table()));
                    progress.accept(++done);
                }
            }
            return writer.commit();
        }
    }

    private void refuseAnotherUnit(String currency) {
        if (unit != null && !unit.equals(currency)) {
            throw new ExportException(
                    ("The file counts in %s, and this workspace's registry in %s. Different currencies are"
                                    + " never added up: point ASKTRAIL_REGISTRY at a registry that counts in %s.")
                            .formatted(currency, unit, currency));
        }
    }
}
