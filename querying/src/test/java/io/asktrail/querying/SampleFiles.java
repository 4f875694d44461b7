package io.asktrail.querying;

import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.duckdb.DuckDBConnection;
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
        try (var rows = SampleTables.open()) {
            var folder = Files.createTempDirectory("sample-files-");
            csv(rows, "select * from ads.campaigns", folder.resolve("ads/campaigns.csv"));
            csv(rows, "select * from ads.coverage", folder.resolve("ads/coverage.csv"));
            csv(rows, "select * from shop.coverage", folder.resolve("shop/coverage.csv"));
            csv(rows, "select * from shop.lines where quantity <= 3", folder.resolve("shop/lines/few.csv"));
            csv(rows, "select * from shop.lines where quantity > 3", folder.resolve("shop/lines/2025/many.csv"));
            csv(rows, "select * from bare.events", folder.resolve("bare/events.csv"));
            parquet(
                    rows,
                    "select * from shop.products",
                    folder.resolve("shop/products.parquet"),
                    "sku varchar, product_name varchar");
            parquet(
                    rows,
                    "select * from ads.campaign_daily",
                    folder.resolve("ads/campaign_daily/all.parquet"),
                    "date date, campaign_id bigint, clicks bigint, cost decimal(14, 2)");
            return folder;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a query gives, with a header.
     *
     * @param rows a connection to PostgreSQL
     */
    static void csv(Connection rows, String query, Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file)) {
            rows.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout with (format csv, header)", out);
        }
    }

    /**
     * The same as Parquet.
     *
     * @param columns with their types as DuckDB writes them
     */
    static void parquet(Connection rows, String query, Path file, String columns) throws IOException, SQLException {
        var csv = Files.createTempFile("sample", ".csv");
        csv(rows, query, csv);
        Files.createDirectories(file.getParent());
        try (var duck = Duck.ONE.duplicate();
                var statement = duck.createStatement()) {
            statement.execute("create temp table t(" + columns + ")");
            statement.execute("copy t from '" + csv + "' (format csv, header)");
            statement.execute("copy t to '" + file + "' (format parquet)");
        }
        Files.delete(csv);
    }

    /** One for all files that are written: starting it takes longer than writing them. */
    private static final class Duck {
        private static final DuckDBConnection ONE = open();

        private static DuckDBConnection open() {
            try {
                return DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
