package io.asktrail.demo;

import java.time.LocalDate;
import java.util.Set;

/** A day that some fact tables of a database do not have yet. */
record MissingDay(LocalDate day, Set<String> tables) {
    MissingDay {
        tables = Set.copyOf(tables);
    }
}
