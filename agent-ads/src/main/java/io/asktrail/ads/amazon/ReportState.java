package io.asktrail.ads.amazon;

import java.net.URI;
import java.time.Instant;

/** How far a report is. */
public sealed interface ReportState {
    /** Being made, or waiting for it. */
    record Pending() implements ReportState {}

    /**
     * Its file can be had.
     *
     * @param url signed: whoever has it has the file, so it is not written anywhere
     * @param expiresAt as Amazon says; a new link can be asked for then
     * @param bytes of the file, packed
     */
    record Ready(URI url, Instant expiresAt, long bytes) implements ReportState {
        @Override
        public String toString() {
            return "Ready[%d bytes, link until %s]".formatted(bytes, expiresAt);
        }
    }

    /** Amazon gave up; asking for it anew is worth a try. */
    record Failed(String reason) implements ReportState {}
}
