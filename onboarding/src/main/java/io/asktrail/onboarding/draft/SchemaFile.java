package io.asktrail.onboarding.draft;

import io.asktrail.onboarding.guess.ColumnGuess;
import io.asktrail.onboarding.guess.GuessedKey;
import io.asktrail.onboarding.guess.TableGuess;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table's file: every column that can be used, with what it was taken for. */
final class SchemaFile {
    private SchemaFile() {}

    static DraftedFile of(TableGuess table, List<GuessedKey> keys, String connection) {
        var text = new StringBuilder();
        text.append(Yaml.comment(kind(table)));
        table.columns().stream()
                .filter(column -> !column.isKept())
                .forEach(column ->
                        text.append(Yaml.comment("Left out: %s, as %s.".formatted(column.name(), column.why()))));
        text.append("table: ").append(Yaml.text(table.name().toString())).append('\n');
        text.append("connection: ").append(connection).append('\n');
        text.append("title: ").append(Yaml.text(title(table))).append('\n');
        text.append(Yaml.comment("Grain: " + table.grainWhy() + "."));
        text.append("grain: ").append(Yaml.list(table.grain())).append('\n');
        text.append(Yaml.comment("Date: " + table.dayWhy() + "."));
        if (table.day() != null) {
            text.append("date_column: ").append(Yaml.text(table.day())).append('\n');
        }
        text.append("columns:\n");
        table.kept().forEach(column -> text.append(column(column)));
        if (!keys.isEmpty()) {
            text.append("foreign_keys:\n");
            keys.forEach(key -> text.append(key(key)));
        }
        return new DraftedFile("schemas/" + fileName(table) + ".yaml", text.toString());
    }

    private static String kind(TableGuess table) {
        var rows = table.table().approximateRows();
        var what = table.table().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return rows < 0
                ? "Drafted from a %s; how many rows it has is not known.".formatted(what)
                : "Drafted from a %s of about %d rows.".formatted(what, rows);
    }

    private static String title(TableGuess table) {
        @Nullable String comment = table.table().comment();
        if (comment != null && !comment.isBlank() && comment.strip().length() <= 60) {
            return comment.strip().replaceAll("\\s+", " ");
        }
        return String.join(" ", table.words().all());
    }

    private static String column(ColumnGuess column) {
        var text = new StringBuilder("  - {name: ").append(Yaml.text(column.name()));
        text.append(", type: ")
                .append(type(Objects.requireNonNull(column.column().type())));
        if (column.pii() != null) {
            text.append(", pii: ").append(column.pii().name().toLowerCase(Locale.ROOT));
        }
        var comment = column.column().comment();
        if (comment != null && !comment.isBlank()) {
            text.append(", description: ").append(Yaml.text(comment.strip().replaceAll("\\s+", " ")));
        }
        return text.append("} # ")
                .append(column.role().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(column.why().replaceAll("\\s+", " "))
                .append('\n')
                .toString();
    }

    private static String type(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String key(GuessedKey key) {
        return "  - {column: %s, references: %s, references_column: %s} # %s\n"
                .formatted(
                        Yaml.text(key.column()),
                        Yaml.text(key.references().toString()),
                        Yaml.text(key.referencedColumn()),
                        key.why());
    }

    // Names of tables may hold what names of files cannot.
    static String fileName(TableGuess table) {
        return (table.name().schema() + "." + table.name().table()).replaceAll("[/:*?<>|]", "_");
    }
}
