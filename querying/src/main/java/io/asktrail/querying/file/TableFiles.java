package io.asktrail.querying.file;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.schema.DatabaseNames;
import io.asktrail.registry.schema.TableId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder that hold a table: {@code schema/table.csv} (or {@code .csv.gz}, {@code .parquet}), or all such
 * files beneath a folder {@code schema/table}. Links are not followed: nothing outside of the folder is read.
 */
record TableFiles(Format format, List<Stamped> files) {
    TableFiles {
        files = List.copyOf(files);
    }

    enum Format {
        CSV("CSV", ".csv", ".csv.gz"),
        PARQUET("Parquet", ".parquet");

        private final String title;
        private final List<String> endings;

        Format(String title, String... endings) {
            this.title = title;
            this.endings = List.of(endings);
        }

        String title() {
            return title;
        }

        private boolean fits(Path file) {
            return endings.stream().anyMatch(file.getFileName().toString()::endsWith);
        }
    }

    /** A file as it was when it was looked at. */
    record Stamped(Path file, long bytes, Instant modified) {}

    /** As DuckDB reads them: columns by name, those of CSV files as texts. */
    String relation() {
        return relation(true);
    }

    /** The same with types that the values of CSV files look like. */
    String sniffed() {
        return relation(false);
    }

    private String relation(boolean texts) {
        var list =
                files.stream().map(file -> Sandbox.text(file.file().toString())).collect(Collectors.joining(", "));
        return switch (format) {
            case CSV ->
                "read_csv([%s], all_varchar = %s, header = true, union_by_name = true, hive_partitioning = false)"
                        .formatted(list, texts);
            case PARQUET -> "read_parquet([%s], union_by_name = true, hive_partitioning = false)".formatted(list);
        };
    }

    /** The tables of a schema that have files, in whatever format. */
    static List<String> tablesOf(Path folder, String ref, String schema) {
        var place = folder.resolve(schema);
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var entries = Files.list(place)) {
            return entries.map(TableFiles::tableName)
                    .flatMap(Optional::stream)
                    .filter(DatabaseNames::isUsable)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(ref, e);
        }
    }

    // Every folder could be a table; one without files is none, and is seen when it is looked at.
    private static Optional<String> tableName(Path entry) {
        var name = entry.getFileName().toString();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(name);
        }
        return Stream.of(Format.values())
                .flatMap(format -> format.endings.stream())
                .filter(name::endsWith)
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .findFirst();
    }

    private static SuiteException unreadable(String ref, Exception cause) {
        return new SuiteException(
                ErrorCode.SOURCE_DOWN, "The folder of the source '%s' cannot be read.".formatted(ref), cause);
    }

    /** @throws SuiteException if there is no file, or files of both formats */
    static TableFiles of(Path folder, String ref, TableId table) {
        try {
            var found = candidates(folder, table);
            if (found.isEmpty()) {
                throw new NoSuchTable(
                        "The folder of the source '%s' has no files of the table %s: %s."
                                .formatted(ref, table, whereTheyBelong(table)),
                        null);
            }
            var formats = Stream.of(Format.values())
                    .filter(format -> found.stream().anyMatch(format::fits))
                    .toList();
            if (formats.size() > 1) {
                throw new SuiteException(
                        ErrorCode.SOURCE_DOWN,
                        "The folder of the source '%s' has the table %s as CSV and as Parquet: keep one of them."
                                .formatted(ref, table));
            }
            var stamped = new ArrayList<Stamped>();
            for (var file : found) {
                stamped.add(new Stamped(
                        file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            }
            return new TableFiles(formats.getFirst(), stamped);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(ref, e);
        }
    }

    /** Where to put the files of a table that has none. */
    static String whereTheyBelong(TableId table) {
        return "put %1$s.csv or %1$s.parquet into its folder, or a folder %1$s of such files".formatted(path(table));
    }

    private static String path(TableId table) {
        return table.schema() + "/" + table.table();
    }

    private static List<Path> candidates(Path folder, TableId table) throws IOException {
        var schema = folder.resolve(table.schema());
        if (!Files.isDirectory(schema, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        var beneath = schema.resolve(table.table());
        try (var beside = Files.list(schema);
                var inside = Files.isDirectory(beneath, LinkOption.NOFOLLOW_LINKS)
                        ? Files.walk(beneath)
                        : Stream.<Path>empty()) {
            var named = beside.filter(file -> isNamed(file, table.table()));
            return Stream.concat(named, inside)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> Stream.of(Format.values()).anyMatch(format -> format.fits(file)))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static boolean isNamed(Path file, String table) {
        var name = file.getFileName().toString();
        return Stream.of(Format.values())
                .flatMap(format -> format.endings.stream())
                .anyMatch(ending -> name.equals(table + ending));
    }
}
