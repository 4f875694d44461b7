package io.asktrail.sales.orders;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.Registry;
import io.asktrail.service.loading.LoadProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Loads an order file, all of it or nothing: it is read to its end before the database is touched, and written in one
 * transaction. The memory it takes does not grow with the file.
 */
public final class OrderFileImport {
    private final Spellings states;
    private final CityNames cities;
    private final ZoneId zone;

    private OrderFileImport(Spellings states, CityNames cities, ZoneId zone) {
        this.states = states;
        this.cities = cities;
        this.zone = zone;
    }

    /** States and cities are written as the registry's dimensions {@code geo} and {@code city} list them. */
    public static OrderFileImport by(Registry registry) {
        return new OrderFileImport(
                Spellings.of(registry.dimension(new DimensionId("geo"))),
                new CityNames(Spellings.of(registry.dimension(new DimensionId("city")))),
                registry.calendar().definition().tz());
    }

    /**
     * Loads a file, or says that it was loaded before.
     *
     * @param connection to the warehouse of order files, as a role that may make tables there; it is left open
     * @throws OrderFileException if the file cannot be loaded; nothing was changed then
     */
    public LoadReport load(Path path, Connection connection, LoadProgress progress) throws SQLException {
        var file = OrderFile.inspect(path, progress.stage("Checking", sizeOf(path)));
        var columns = recognised(file);
        connection.setAutoCommit(false);
        try {
            var report = load(file, columns, new OrderTables(connection), progress);
            connection.commit();
            return report;
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new OrderFileException(
                    "%s cannot be read to its end: %s. Nothing was loaded.".formatted(path, e.getMessage()), e);
        } finally {
            connection.rollback();
        }
    }

    private LoadReport load(OrderFile file, OrderColumns columns, OrderTables tables, LoadProgress progress)
            throws SQLException, IOException {
        tables.prepare();
        if (tables.knows(file.contentHash())) {
            var covered = tables.covered();
            return new LoadReport(
                    true, 0, 0, 0, 0, Map.of(), new TreeMap<>(), new TreeMap<>(), covered.from(), covered.to());
        }
        var repairs = new RepairCount();
        var staging = new Staging(tables.stageLines(), new LineCleaner(columns, states, cities, zone, repairs));
        try (var reader = csv(new WithoutZeros(file.open(progress.stage("Loading", file.size()))))) {
            var lines = reader.iterator();
            lines.next();
            staging.takeAll(lines);
        }
        progress.stage("Writing", 1).accept(0);
        var merged = tables.merge();
        tables.remember(file, staging.read(), staging.kept());
        progress.done();
        var covered = tables.covered();
        return new LoadReport(
                false,
                staging.read(),
                merged.added(),
                merged.changed(),
                merged.unchanged(),
                repairs.counts(),
                repairs.unknownStates(),
                staging.setAside(),
                covered.from(),
                covered.to());
    }

    private static OrderColumns recognised(OrderFile file) {
        try (var reader = csv(file.open(_ -> {}))) {
            Iterator<CsvRecord> lines = reader.iterator();
            if (lines.hasNext()) {
                var header = OrderFormat.recognise(lines.next().getFields());
                if (header.isPresent()) {
                    return header.get();
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw notAnOrderFile(file, e);
        }
        throw notAnOrderFile(file, null);
    }

    private static OrderFileException notAnOrderFile(
            OrderFile file, @org.jspecify.annotations.Nullable Exception cause) {
        return new OrderFileException(
                "%s is not an order file: its first line is not the header of %s. Nothing was loaded."
                        .formatted(file.path(), OrderFormat.expected()),
                cause);
    }

    private static CsvReader<CsvRecord> csv(Reader text) throws IOException {
        var buffered = new BufferedReader(text, 1 << 16);
        var tabs = isTabSeparated(buffered);
        var builder = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true);
        // Seller Central quotes nothing: a quotation mark in a product's name is an inch.
        return tabs
                ? builder.fieldSeparator('\t').quoteCharacter('\0').ofCsvRecord(buffered)
                : builder.fieldSeparator(',').ofCsvRecord(buffered);
    }

    private static boolean isTabSeparated(BufferedReader text) throws IOException {
        var start = new char[4_096];
        text.mark(start.length);
        var length = text.read(start);
        text.reset();
        var firstLine = length < 0
                ? ""
                : new String(start, 0, length).lines().findFirst().orElse("");
        return firstLine.indexOf('\t') >= 0;
    }

    private static long sizeOf(Path path) {
        return Math.max(1, path.toFile().length());
    }
}
