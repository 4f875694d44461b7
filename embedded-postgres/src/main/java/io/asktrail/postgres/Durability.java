package io.asktrail.postgres;

import java.util.List;

/** What a folder is worth. */
enum Durability {
    /** Survives a power cut. */
    KEPT(List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on")),
    /** Thrown away after a test, so nothing waits for the disk. */
    THROWN_AWAY(List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));

    private final List<String> settings;

    Durability(List<String> settings) {
        this.settings = settings;
    }

    List<String> settings() {
        return settings;
    }
}
