package io.asktrail.onboarding.guess;

import io.asktrail.live.ColumnSample;
import io.asktrail.live.LiveColumn;
import io.asktrail.live.LiveTable;
import io.asktrail.live.TableSample;
import io.asktrail.onboarding.guess.ColumnGuess.Role;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import io.asktrail.registry.schema.DatabaseNames;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each column of one table is, by its type, its place in keys, its name, its comment and a look at its values. */
final class ColumnGuesser {
    private static final Set<String> KEY_ENDS = Set.of(
            "id", "key", "uuid", "guid", "sk", "pk", "fk", "no", "number", "ref", "reference", "hash", "url", "link");
    private static final Set<String> NAME_ENDS = Set.of("name", "title", "label");
    private static final int LONGEST_CATEGORY = 60;
    private static final int ENOUGH_ROWS = 20;
    private static final double NEARLY_ALL_DIFFERENT = 0.9;

    private final LiveTable table;
    private final TableSample sample;
    private final Words tableWords;

    ColumnGuesser(LiveTable table, TableSample sample) {
        this.table = table;
        this.sample = sample;
        this.tableWords = Words.ofTable(table.name().table());
    }

    ColumnGuess guess(LiveColumn column) {
        var unusable = unusable(column);
        if (unusable != null) {
            return new ColumnGuess(column, Role.UNUSABLE, unusable, null);
        }
        var type = Objects.requireNonNull(column.type());
        var personal = PersonalColumns.of(tableWords, column.name(), type, sample.column(column.name()));
        if (personal.isPresent()) {
            return new ColumnGuess(
                    column, Role.PERSONAL, personal.get().why(), personal.get().pii());
        }
        if (isKey(column)) {
            return plain(column, Role.KEY, "it is part of a key");
        }
        return switch (type) {
            case DATE, TIMESTAMP, TIMESTAMPTZ -> plain(column, Role.DAY, "of its type");
            case BOOLEAN -> plain(column, Role.CATEGORY, "of its type");
            case INTEGER, DECIMAL -> number(column);
            case TEXT -> text(column);
        };
    }

    private static @Nullable String unusable(LiveColumn column) {
        if (!column.readable()) {
            return "this login may not read it";
        }
        if (PersonalColumns.isSecret(Words.of(column.name()))) {
            return "its name speaks of something nobody should see";
        }
        if (column.type() == null) {
            return "no question can use the type " + column.databaseType();
        }
        return DatabaseNames.isUsable(column.name())
                ? null
                : "a registry cannot write its name (a dot, a quote or a backslash, or it is too long)";
    }

    private boolean isKey(LiveColumn column) {
        var declared =
                table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))
                        || table.uniqueKeys().stream().limit(1).anyMatch(key -> key.contains(column.name()));
        var isDate = column.type() == Type.DATE || column.type() == Type.TIMESTAMP || column.type() == Type.TIMESTAMPTZ;
        return !isDate
                && (declared && !isWorded(column)
                        || column.databaseType().equals("uuid")
                        || Words.of(column.name()).endsWithAny(KEY_ENDS));
    }

    // The primary key of a table of regions may well be the region's name.
    private boolean isWorded(LiveColumn column) {
        return column.enumerated() || column.type() == Type.BOOLEAN;
    }

    private ColumnGuess number(LiveColumn column) {
        var judged = NumberColumns.of(
                column.name(), Objects.requireNonNull(column.type()), Objects.requireNonNullElse(column.comment(), ""));
        return plain(column, judged.role(), judged.why());
    }

    private ColumnGuess text(LiveColumn column) {
        var words = Words.of(column.name());
        if (column.enumerated()) {
            return plain(column, Role.CATEGORY, "the database itself lists its values");
        }
        var look = sample.column(column.name());
        if (look.isEmpty()) {
            return plain(column, Role.UNSURE, "the table did not answer in time, so its values are not known");
        }
        var seen = look.get();
        if (seen.filled() == 0) {
            return plain(column, Role.UNSURE, "no row that was looked at has a value in it");
        }
        if (averageLength(seen) > LONGEST_CATEGORY) {
            return plain(column, Role.UNSURE, "it holds long texts");
        }
        if (words.endsWithAny(NAME_ENDS)) {
            return plain(column, Role.NAME, "its name says that rows are called so");
        }
        if (seen.filled() >= ENOUGH_ROWS && seen.distinct() > NEARLY_ALL_DIFFERENT * seen.filled()) {
            return plain(column, Role.UNSURE, "nearly every row has another value, so there is nothing to group");
        }
        return plain(
                column,
                Role.CATEGORY,
                "%d different values in %d rows that were looked at".formatted(seen.distinct(), seen.rows()));
    }

    private static double averageLength(ColumnSample sample) {
        return sample.counts().keySet().stream()
                .mapToInt(String::length)
                .average()
                .orElse(0);
    }

    private static ColumnGuess plain(LiveColumn column, Role role, String why) {
        return new ColumnGuess(column, role, why, null);
    }
}
