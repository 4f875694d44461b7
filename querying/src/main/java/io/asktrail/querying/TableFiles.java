package io.asktrail.querying;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
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
        CSV(".csv", ".csv.gz"),
        PARQUET(".parquet");

        private final List<String> endings;

        Format(String... endings) {
            this.endings = List.of(endings);
        }

        private boolean fits(Path file) {
            return endings.stream().anyMatch(file.getFileName().toString()::endsWith);
        }
    }

    /** A file as it was when it was looked at. */
    record Stamped(Path file, long bytes, Instant modified) {}

    /** @throws SuiteException if there is no file, or files of both formats */
    static TableFiles of(Path folder, String ref, TableId table) {
        try {
            var found = candidates(folder, table);
            if (found.isEmpty()) {
                throw new NoSuchTable(
                        "The folder of the source '%s' has no files of the table %s: put %s.csv or %s.parquet there, or a folder %s of such files."
                                .formatted(ref, table, path(table), path(table), path(table)),
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
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN, "The folder of the source '%s' cannot be read.".formatted(ref), e);
        }
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
