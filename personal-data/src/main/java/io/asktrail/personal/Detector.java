package io.asktrail.personal;

import java.util.stream.Stream;

/** Finds one kind of personal data. */
interface Detector {
    /** @param from first character in the folded text; @param to one past the last */
    record Hit(int from, int to) {}

    /** @param text folded */
    Stream<Hit> find(String text);
}
