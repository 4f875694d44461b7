package io.asktrail.querying.file;

import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.live.LiveTables;
import io.asktrail.querying.secret.Secrets;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.querying.source.Pool;
import io.asktrail.querying.source.Source;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A folder of CSV and Parquet files as a database. A table is copied to a place of our own when it is first asked for and
 * again when its files changed; questions are answered from the copy, by a DuckDB that can touch no file but such copies.
 */
public final class FileSource implements Source {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Set<String> OPTIONS = Set.of("memory_limit", "threads");
    private static final Map<String, String> LIMITS = Map.of("memory_limit", "1GB", "threads", "2");

    private final String ref;
    private final Path folder;
    private final ScratchFolder copies;
    private final Map<String, String> limits;
    private final DuckDBConnection reader;
    private final HikariDataSource pool;
    private final Map<TableId, Copied> copied = new HashMap<>();
    private final Map<TableId, Seen> seen = new ConcurrentHashMap<>();
    private final ReentrantLock copying = new ReentrantLock();
    private int copiesMade;

    private record Copied(TableDefinition table, TableFiles files, String database) {}

    private record Seen(TableDefinition table, TableFiles files, FileShape shape) {}

    private FileSource(String ref, Path folder, ScratchFolder copies, Map<String, String> limits) throws SQLException {
        this.ref = ref;
        this.folder = folder;
        this.copies = copies;
        this.limits = limits;
        this.reader = (DuckDBConnection) Sandbox.open("", copies.path(), limits);
        this.pool = Pool.of(Pool.settings(ref, reader::duplicate));
    }

    public static FileSource open(String ref, ConnectionSettings settings, Secrets secrets) {
        var limits = limits(ref, settings, secrets);
        var folder = folder(ref, settings);
        try {
            return new FileSource(ref, folder, ScratchFolder.in(TEMPORARY), limits);
        } catch (IOException | SQLException e) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN, "DuckDB cannot be started for the source '%s'.".formatted(ref), e);
        } catch (NoClassDefFoundError e) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "The source '%s' needs the JDBC driver of DuckDB on the class path.".formatted(ref),
                    e);
        }
    }

    private static Path folder(String ref, ConnectionSettings settings) {
        var text = settings.url().substring(settings.engine().urlPrefix().length());
        try {
            var folder = Path.of(text).toRealPath();
            if (!text.isEmpty() && Files.isDirectory(folder)) {
                return folder;
            }
        } catch (IOException _) {
            // said below
        }
        throw new SuiteException(
                ErrorCode.SOURCE_DOWN,
                "The source '%s' is to be a folder of CSV or Parquet files, and '%s' is none.".formatted(ref, text));
    }

    private static Map<String, String> limits(String ref, ConnectionSettings settings, Secrets secrets) {
        var limits = new TreeMap<>(LIMITS);
        settings.options().forEach((name, value) -> {
            if (!OPTIONS.contains(name)) {
                throw new SuiteException(
                        ErrorCode.SOURCE_DOWN,
                        "The source '%s' is DuckDB, which takes the options memory_limit and threads here, not '%s'."
                                .formatted(ref, name));
            }
            limits.put(name, secrets.read(value));
        });
        return limits;
    }

    @Override
    public Connection borrow(List<TableDefinition> tables) throws SQLException {
        copying.lock();
        try {
            for (var table : tables) {
                bringUpToDate(table);
            }
        } finally {
            copying.unlock();
        }
        return pool.getConnection();
    }

    private void bringUpToDate(TableDefinition table) throws SQLException {
        var files = TableFiles.of(folder, ref, table.id());
        @Nullable Copied before = copied.get(table.id());
        if (before != null && before.table.equals(table) && before.files.equals(files)) {
            return;
        }
        var database = "copy_" + ++copiesMade;
        var file = copies.path().resolve(database + ".duckdb");
        remember(table, files, new FileCopy(ref, table, files).into(file, folder, limits));
        try (var statement = reader.createStatement()) {
            statement.execute("attach %s as %s (read_only)".formatted(Sandbox.text(file.toString()), database));
            statement.execute("create schema if not exists "
                    + FileColumn.quoted(table.id().schema()));
            statement.execute("create or replace view %s.%s as select * from %s.rows"
                    .formatted(
                            FileColumn.quoted(table.id().schema()),
                            FileColumn.quoted(table.id().table()),
                            database));
        }
        copied.put(table.id(), new Copied(table, files, database));
        if (before != null) {
            drop(before.database);
        }
    }

    @Override
    public <T> T look(Duration patience, Function<LiveTables, T> look) throws SQLException {
        if (!Files.isDirectory(folder)) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN, "The folder of the source '%s' is not there any more.".formatted(ref));
        }
        try (var jdbc = Sandbox.open("", folder, limits)) {
            return look.apply(new FileTables(ref, folder, jdbc, patience, this));
        }
    }

    /** What was seen of files that have not changed since. */
    Optional<FileShape> remembered(TableDefinition table, TableFiles files) {
        return Optional.ofNullable(seen.get(table.id()))
                .filter(last -> last.table.equals(table) && last.files.equals(files))
                .map(Seen::shape);
    }

    void remember(TableDefinition table, TableFiles files, FileShape shape) {
        seen.put(table.id(), new Seen(table, files, shape));
    }

    // Who reads it at the moment keeps it until the end of the transaction.
    private void drop(String database) throws SQLException {
        try (var statement = reader.createStatement()) {
            statement.execute("detach " + database);
            Files.deleteIfExists(copies.path().resolve(database + ".duckdb"));
        } catch (IOException e) {
            throw new SQLException("an old copy cannot be removed", e);
        }
    }

    @Override
    public void close() {
        pool.close();
        // Closed from the last to the first: DuckDB lets go of the copies before they are removed.
        try (copies;
                var _ = reader) {
            copied.clear();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the copies in %s cannot be removed".formatted(copies.path()), e);
        }
    }
}
