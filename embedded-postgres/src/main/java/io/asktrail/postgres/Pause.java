package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;

/** The wait between two looks at something that another process is doing. */
final class Pause {
    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(Reason.FAILED, "Starting the database was interrupted.", e);
        }
    }
}
