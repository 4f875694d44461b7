package io.asktrail.querying;

import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Trino with its memory connector, unpacked from the server's archive, and the rows of {@link SampleTables} in it.
 * Started once for all tests of this module, and only where a build names the archive.
 */
final class TrinoServer {
    /** The system property that names the archive. */
    static final String ARCHIVE = "trino.archive";

    private static final long MOST_SECONDS_TO_START = 180;

    private TrinoServer() {}

    private static final class Started {
        private static final String URL = start();
        private static final Connections CONNECTIONS = filled();
    }

    static String url() {
        return Started.URL;
    }

    static Connections connections() {
        return Started.CONNECTIONS;
    }

    static Connection open() throws SQLException {
        return DriverManager.getConnection(Started.URL, "tests", null);
    }

    /** A catalog of its own, for tests that change tables. */
    static ConnectionSettings spare() {
        return new ConnectionSettings(Started.URL.replaceFirst("/memory$", "/spare"), "tests", "");
    }

    private static Connections filled() {
        try (var trino = open()) {
            for (var schema : List.of("ads", "shop", "bare")) {
                execute(trino, "create schema " + schema);
            }
            copy(trino, "ads.campaigns", "campaign_id bigint, campaign_name varchar, channel varchar, geo varchar");
            copy(trino, "ads.campaign_daily", "date date, campaign_id bigint, clicks bigint, cost decimal(14, 2)");
            copy(trino, "shop.products", "sku varchar, product_name varchar");
            copy(
                    trino,
                    "shop.lines",
                    "order_id varchar, sku varchar, ordered_at timestamp(3) with time zone, geo varchar, city varchar,"
                            + " status varchar, quantity integer, amount decimal(12, 2), gift boolean");
            var coverage =
                    "table_name varchar, covered_from date, covered_to date, loaded_at timestamp(3) with time zone";
            copy(trino, "ads.coverage", coverage);
            copy(trino, "shop.coverage", coverage);
            copy(trino, "bare.events", "event_id bigint, label varchar, clock timestamp(6), amount decimal(20, 6)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var settings = new ConnectionSettings(Started.URL, "tests", "");
        return new Connections(Map.of("ads", settings, "shop", settings));
    }

    // Texts of PostgreSQL's rows, cast by Trino.
    private static void copy(Connection trino, String table, String columns) throws SQLException {
        copy(trino, table, columns, SampleTables.byHand("select * from " + table));
    }

    /** @param columns with their types as Trino writes them, which hold no comma and blank but in brackets */
    static void copy(Connection trino, String table, String columns, List<List<String>> texts) throws SQLException {
        execute(trino, "create table %s (%s)".formatted(table, columns));
        var types = List.of(columns.split(", (?=[a-z_]+ )")).stream()
                .map(column -> column.substring(column.indexOf(' ') + 1))
                .toList();
        var rows = new ArrayList<String>();
        for (var row : texts) {
            var cells = new ArrayList<String>();
            for (var i = 0; i < row.size(); i++) {
                var text = row.get(i).equals("–") ? "null" : "'" + row.get(i).replace("'", "''") + "'";
                cells.add("cast(%s as %s)".formatted(text, types.get(i)));
            }
            rows.add("(" + String.join(", ", cells) + ")");
        }
        for (var from = 0; from < rows.size(); from += 1_000) {
            var some = rows.subList(from, Math.min(rows.size(), from + 1_000));
            execute(trino, "insert into %s values %s".formatted(table, String.join(", ", some)));
        }
    }

    static void execute(Connection trino, String command) throws SQLException {
        try (var statement = trino.createStatement()) {
            statement.execute(command);
        }
    }

    private static String start() {
        try {
            var archive = Path.of(System.getProperty(ARCHIVE));
            var home = unpacked(archive);
            var port = freePort();
            configure(home, port);
            var log = home.resolve("server.log");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djdk.attach.allowAttachSelf=true",
                            "--add-modules=jdk.incubator.vector",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dconfig=etc/config.properties",
                            "-cp",
                            "lib/*",
                            "io.trino.server.TrinoServer")
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitStarted(process, log);
            return "jdbc:trino://127.0.0.1:%d/memory".formatted(port);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitStarted(Process process, Path log) throws IOException, InterruptedException {
        for (var i = 0; i < MOST_SECONDS_TO_START * 5; i++) {
            if (Files.readString(log).contains("SERVER STARTED")) {
                return;
            }
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Trino ended: see " + log);
            }
        }
        throw new IllegalStateException("Trino did not start: see " + log);
    }

    private static Path unpacked(Path archive) throws IOException, InterruptedException {
        var folder = archive.toAbsolutePath().resolveSibling("unpacked");
        if (!Files.exists(folder.resolve("whole"))) {
            Files.createDirectories(folder);
            var tar = new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString(), "--strip-components=1")
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IOException("cannot unpack " + archive);
            }
            Files.createFile(folder.resolve("whole"));
        }
        return folder;
    }

    private static void configure(Path home, int port) throws IOException {
        var plugins = home.resolve("only");
        if (!Files.exists(plugins)) {
            Files.createDirectories(plugins);
            Files.createSymbolicLink(plugins.resolve("memory"), home.resolve("plugin/memory"));
        }
        var catalogs = Files.createDirectories(home.resolve("etc/catalog"));
        for (var catalog : List.of("memory", "spare")) {
            Files.writeString(catalogs.resolve(catalog + ".properties"), "connector.name=memory\n");
        }
        Files.writeString(home.resolve("etc/config.properties"), """
            coordinator=true
            node-scheduler.include-coordinator=true
            node.environment=test
            node.bind-ip=127.0.0.1
            node.internal-address=127.0.0.1
            http-server.http.port=%1$d
            discovery.uri=http://127.0.0.1:%1$d
            plugin.dir=only
            """.formatted(port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
