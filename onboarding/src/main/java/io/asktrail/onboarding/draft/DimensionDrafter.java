package io.asktrail.onboarding.draft;

import io.asktrail.live.ColumnSample;
import io.asktrail.live.LiveName;
import io.asktrail.onboarding.draft.DimensionDraft.Place;
import io.asktrail.onboarding.guess.ColumnGuess;
import io.asktrail.onboarding.guess.ColumnGuess.Role;
import io.asktrail.onboarding.guess.TableGuess;
import io.asktrail.onboarding.guess.Words;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows can be split by. Columns of one name in several tables are one dimension only if they share values; else a
 * question about the one would be answered by the other.
 */
final class DimensionDrafter {
    private static final int LISTED = 25;
    private static final double SHARED = 0.5;

    private final TakenNames names;
    private final List<Open> open = new ArrayList<>();

    DimensionDrafter(TakenNames names) {
        this.names = names;
    }

    /** One that may still be found in more tables. */
    private static final class Open {
        private final Words words;
        private final TableGuess home;
        private final ColumnGuess column;
        private final List<Place> places = new ArrayList<>();
        private final Set<String> values = new LinkedHashSet<>();
        private boolean whole = true;

        Open(Words words, TableGuess home, ColumnGuess column) {
            this.words = words;
            this.home = home;
            this.column = column;
        }
    }

    /** @param reached the tables that some fact's keys lead to */
    List<DimensionDraft> draft(List<TableGuess> tables, Set<LiveName> reached) {
        var facts = tables.stream().filter(TableGuess::isFact).toList();
        var drafts = new ArrayList<DimensionDraft>();
        drafts.add(date(facts));
        // Tables that describe come first: their names are the better ones.
        tables.stream().filter(table -> !table.isFact()).forEach(table -> collect(table, reached));
        facts.forEach(table -> collect(table, reached));
        open.forEach(found -> drafts.add(draft(found)));
        return drafts;
    }

    private DimensionDraft date(List<TableGuess> facts) {
        return new DimensionDraft(
                names.date(),
                true,
                "The day; also by week, month, quarter, year.",
                facts.stream()
                        .map(fact -> new Place(fact.name(), Objects.requireNonNull(fact.day()), null, null))
                        .toList(),
                List.of(),
                facts.stream()
                        .map(fact -> "%s: %s.".formatted(fact.name(), fact.dayWhy()))
                        .toList());
    }

    private void collect(TableGuess table, Set<LiveName> reached) {
        if (!reached.contains(table.name())) {
            return;
        }
        table.columns().stream()
                .filter(column -> column.role() == Role.CATEGORY || column.role() == Role.NAME)
                .forEach(column -> place(table, column));
    }

    private void place(TableGuess table, ColumnGuess column) {
        var words = words(table, column);
        var seen = values(table, column);
        var place = new Place(table.name(), column.name(), key(table, column), null);
        var known = open.stream()
                .filter(candidate -> candidate.words.one().equals(words.one()))
                .filter(candidate -> candidate.places.stream()
                        .noneMatch(other -> other.table().equals(table.name())))
                .filter(candidate -> shares(candidate.values, seen))
                .findFirst()
                .orElseGet(() -> {
                    var made = new Open(words, table, column);
                    open.add(made);
                    return made;
                });
        known.places.add(place);
        known.values.addAll(seen);
        known.whole &= table.sample().whole();
    }

    // "name" in a table of products is the product.
    private static Words words(TableGuess table, ColumnGuess column) {
        var words = Words.of(column.name());
        if (column.role() != Role.NAME) {
            return words;
        }
        var stem = words.stem();
        return stem.isEmpty() ? table.words().one() : stem;
    }

    private static Set<String> values(TableGuess table, ColumnGuess column) {
        return table.sample()
                .column(column.name())
                .map(ColumnSample::counts)
                .map(counts -> (Set<String>) new LinkedHashSet<>(counts.keySet()))
                .orElseGet(LinkedHashSet::new);
    }

    private static boolean shares(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return !common.isEmpty() && common.size() >= SHARED * Math.min(one.size(), other.size());
    }

    // Where two rows are called alike, the key tells them apart.
    private static @Nullable String key(TableGuess table, ColumnGuess column) {
        var alike = table.sample()
                .column(column.name())
                .map(look -> look.distinct() < look.filled() || !table.sample().whole())
                .orElse(true);
        var grain = table.grain();
        var isKnown = grain.size() == 1
                && table.column(grain.getFirst())
                        .filter(key -> key.pii() == null)
                        .isPresent();
        return column.role() == Role.NAME && !table.isFact() && alike && isKnown ? grain.getFirst() : null;
    }

    private DimensionDraft draft(Open found) {
        var table = found.home.words();
        var name = names.give(
                found.words,
                label -> "%s of %s".formatted(label, table.many().label().toLowerCase(Locale.ROOT)),
                table,
                "dimension_of_" + (table.id().isEmpty() ? "table" : table.id()));
        var comment = found.column.column().comment();
        var remarks = new ArrayList<String>();
        remarks.add("A guess: " + found.column.why() + ".");
        var values = found.whole
                        && found.values.size() <= LISTED
                        && found.column.column().type() == Type.TEXT
                ? found.values.stream().filter(value -> !value.isBlank()).toList()
                : List.<String>of();
        return new DimensionDraft(
                name,
                false,
                comment == null || comment.isBlank()
                        ? "%s of %s."
                                .formatted(
                                        found.words.label(),
                                        table.many().label().toLowerCase(Locale.ROOT))
                        : comment.strip(),
                found.places,
                distinct(values),
                remarks);
    }

    // Values that differ in capitals alone stand for one to who reads questions: both come with the feed.
    private static List<String> distinct(List<String> values) {
        var seen = new HashSet<String>();
        var alike = new HashSet<String>();
        values.forEach(value -> {
            if (!seen.add(value.toLowerCase(Locale.ROOT))) {
                alike.add(value.toLowerCase(Locale.ROOT));
            }
        });
        return values.stream()
                .filter(value -> !alike.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
