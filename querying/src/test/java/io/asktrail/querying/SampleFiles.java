package io.asktrail.querying;

import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.PGConnection;

/** The rows of {@link SampleTables} as files: CSV as PostgreSQL writes it, and Parquet as DuckDB makes of that. */
public final class SampleFiles {
    private SampleFiles() {}

    /** Made once for all tests of this module. */
    private static final class Made {
        private static final Path FOLDER = make();
        private static final Connections CONNECTIONS =
                new Connections(Map.of("ads", settings(FOLDER), "shop", settings(FOLDER)));
    }

    static Path folder() {
        return Made.FOLDER;
    }

    static Connections connections() {
        return Made.CONNECTIONS;
    }

    public static ConnectionSettings settings(Path folder) {
        return new ConnectionSettings("jdbc:duckdb:" + folder, "", "");
    }

    private static Path make() {
        try {
            var folder = Files.createTempDirectory("sample-files-");
            csv("select * from ads.campaigns", folder.resolve("ads/campaigns.csv"));
            csv("select * from ads.coverage", folder.resolve("ads/coverage.csv"));
            csv("select * from shop.coverage", folder.resolve("shop/coverage.csv"));
            csv("select * from shop.lines where quantity <= 3", folder.resolve("shop/lines/few.csv"));
            csv("select * from shop.lines where quantity > 3", folder.resolve("shop/lines/2025/many.csv"));
            csv("select * from bare.events", folder.resolve("bare/events.csv"));
            parquet(
                    "select * from shop.products",
                    folder.resolve("shop/products.parquet"),
                    "sku varchar, product_name varchar");
            parquet(
                    "select * from ads.campaign_daily",
                    folder.resolve("ads/campaign_daily/all.parquet"),
                    "date date, campaign_id bigint, clicks bigint, cost decimal(14, 2)");
            return folder;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a query gives, with a header. */
    static void csv(String query, Path file) throws IOException, SQLException {
        csv(SampleTables.settings(), query, file);
    }

    /** The same of another database. */
    static void csv(ConnectionSettings settings, String query, Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        try (var connection = SampleTables.open(settings);
                var out = Files.newBufferedWriter(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout with (format csv, header)", out);
        }
    }

    private static void parquet(String query, Path file, String columns) throws IOException, SQLException {
        parquet(SampleTables.settings(), query, file, columns);
    }

    /** @param columns with their types as DuckDB writes them */
    static void parquet(ConnectionSettings settings, String query, Path file, String columns)
            throws IOException, SQLException {
        var csv = Files.createTempFile("sample", ".csv");
        csv(settings, query, csv);
        Files.createDirectories(file.getParent());
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("create table t(" + columns + ")");
            statement.execute("copy t from '" + csv + "' (format csv, header)");
            statement.execute("copy t to '" + file + "' (format parquet)");
        }
        Files.delete(csv);
    }
}
