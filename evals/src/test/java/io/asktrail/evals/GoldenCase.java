package io.asktrail.evals;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A question and the SQL that answers it independently.
 *
 * @param file its file's name
 * @param asOf the date that counts as today
 * @param columns the columns of the answer's table that are compared
 * @param keys how many of them, from the first, say what a row is about
 * @param ordered whether the order of the rows matters
 * @param parts queries whose columns are the keys and then figures; a row of the first is completed by the others'
 */
record GoldenCase(
        @Nullable String file,
        String question,
        @JsonProperty("as_of") LocalDate asOf,
        List<String> columns,
        int keys,
        boolean ordered,
        List<Part> parts) {
    /**
     * @param absent what stands for a figure that has no row here; null if nothing does
     */
    record Part(String database, String sql, @Nullable String absent) {}

    static List<GoldenCase> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().map(GoldenCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenCase read(Path file) {
        var read = YAMLMapper.shared().readValue(file, GoldenCase.class);
        return new GoldenCase(
                file.getFileName().toString(),
                read.question,
                read.asOf,
                read.columns,
                read.keys,
                read.ordered,
                read.parts);
    }

    @Override
    public String toString() {
        return question;
    }
}
