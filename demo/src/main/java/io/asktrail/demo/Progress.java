package io.asktrail.demo;

/** Hears how far the loading is. */
@FunctionalInterface
public interface Progress {
    /** Said after each transaction, never by two threads at once. A day counts once in each of the two databases. */
    void loaded(int daysDone, int daysInAll);

    static Progress silent() {
        return (_, _) -> {};
    }
}
