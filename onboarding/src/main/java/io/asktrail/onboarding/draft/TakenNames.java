package io.asktrail.onboarding.draft;

import io.asktrail.onboarding.guess.Words;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Ids and labels given so far: metrics and dimensions share one space, and a word means one thing in it. */
final class TakenNames {
    /** Words that questions use for something else. */
    private static final Set<String> SPOKEN = Set.of(
            "day", "week", "month", "quarter", "year", "date", "time", "top", "total", "count", "by", "compare", "last",
            "this", "average", "number", "name", "value", "type", "geo", "row", "all", "share", "rank", "not", "and",
            "or");

    /** Leaves room for what is put behind an id. */
    private static final int LONGEST = 45;

    private final Set<String> ids = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    /** @param label in English as people read it */
    record Name(String id, String label) {}

    Name date() {
        ids.add("date");
        labels.add("date");
        return new Name("date", "Date");
    }

    /**
     * A name that nothing else has.
     *
     * @param plain what it is called where nothing stands against it
     * @param longer how to say it with the table, e.g. "Status of shipments"
     * @param fallback the id's beginning, where no letter of the name has a place in an id
     */
    Name give(Words plain, UnaryOperator<String> longer, Words table, String fallback) {
        var label = plain.label();
        if (isTaken(plain.id(), label)) {
            label = longer.apply(label);
        }
        var id = plain.id();
        if (id.isEmpty()) {
            id = fallback;
        }
        if (ids.contains(id) || SPOKEN.contains(id)) {
            id = (table.id().isEmpty() ? fallback : table.id()) + "_" + id;
        }
        var fitting = id.length() <= LONGEST ? id : id.substring(0, LONGEST).replaceAll("_+$", "");
        return new Name(free(fitting, ids, "_"), free(label, labels, " "));
    }

    private boolean isTaken(String id, String label) {
        var key = key(label);
        return labels.contains(key) || SPOKEN.contains(key) || ids.contains(id) || SPOKEN.contains(id);
    }

    private static String free(String wanted, Set<String> taken, String joint) {
        var name = wanted;
        for (var n = 2; !taken.add(key(name)); n++) {
            name = wanted + joint + n;
        }
        return name;
    }

    // "Order" and "Orders" are one word to who reads questions.
    private static String key(String label) {
        return Words.of(label).one().label().toLowerCase(Locale.ROOT);
    }
}
