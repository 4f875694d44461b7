package io.asktrail.router.verified;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.router.value.NamedValue;
import java.util.List;

/** One thing that a phrase says, in its place. */
sealed interface Term {
    /**
     * A word.
     *
     * @param key equal for words that say the same: the names of a metric, the forms of a noun
     * @param known whether any list of words has it, so that it is no misspelling of another
     */
    record Word(String key, boolean known) implements Term {}

    /** A value that is named; more than one where several are called so. */
    record Named(List<NamedValue> candidates) implements Term {
        public Named {
            candidates = List.copyOf(candidates);
        }
    }

    /** A value that a wording leaves open. */
    record Open(DimensionId dimension) implements Term {}

    /** How it stands in a phrase that is held against others. */
    default String text() {
        return switch (this) {
            case Word(var key, var _) -> key;
            case Named _, Open _ -> "{name}";
        };
    }
}
