package io.asktrail.onboarding.guess;

import io.asktrail.live.LiveName;
import io.asktrail.live.LiveTable;
import io.asktrail.live.TableSample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table probably is.
 *
 * @param day the column that a period bounds; null for a table that only describes
 * @param dayWhy why that one, or why none
 * @param grain the columns that make a row unique, as far as is known
 * @param left what is said in the report about this table, each a sentence
 */
public record TableGuess(
        LiveTable table,
        TableSample sample,
        List<ColumnGuess> columns,
        @Nullable String day,
        String dayWhy,
        List<String> grain,
        String grainWhy,
        List<GuessedKey> keys,
        List<String> left) {
    public TableGuess {
        columns = List.copyOf(columns);
        grain = List.copyOf(grain);
        keys = List.copyOf(keys);
        left = List.copyOf(left);
    }

    public LiveName name() {
        return table.name();
    }

    public boolean isFact() {
        return day != null;
    }

    public Words words() {
        return Words.ofTable(name().table());
    }

    public Stream<ColumnGuess> kept() {
        return columns.stream().filter(ColumnGuess::isKept);
    }

    public Optional<ColumnGuess> column(String column) {
        return columns.stream().filter(guess -> guess.name().equals(column)).findFirst();
    }
}
