package io.asktrail.demo.sandbox.fault;

import java.time.Duration;

/** Something that goes wrong, by the moment at which it does. */
public sealed interface Fault {

    /** Instead of the answer to a request, or on its way back. */
    sealed interface AtDoor extends Fault {}

    /** 429 with {@code Retry-After}. */
    record Throttle(Duration retryAfter) implements AtDoor {}

    /** An error answer; usually a 5xx. */
    record ErrorStatus(int status) implements AtDoor {
        public ErrorStatus {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status must be from 400 to 599, not " + status);
            }
        }
    }

    /** The right answer, late. */
    record Slow(Duration delay) implements AtDoor {}

    /** The connection closes without an answer. */
    record Reset() implements AtDoor {}

    /** The right answer, up to its middle; then the connection closes. */
    record CutReply() implements AtDoor {}

    /** A report that ends as FAILED; decided when it is created. */
    record FailedReport(String reason) implements Fault {}

    /** A report that stays in the queue for as long as this stands. */
    record HeldReport() implements Fault {}

    /** Instead of a report's file. */
    sealed interface OfDownload extends Fault {}

    /** 403, as storage answers to a link that is too old. */
    record ExpiredUrl() implements OfDownload {}

    /** A complete answer that holds the first half of the file. */
    record TruncatedGzip() implements OfDownload {}

    /** A small file that unpacks to so many bytes of blanks inside a JSON array. */
    record GzipBomb(long unpackedBytes) implements OfDownload {
        public GzipBomb {
            if (unpackedBytes < 2) {
                throw new IllegalArgumentException("a gzip bomb needs at least 2 bytes, not " + unpackedBytes);
            }
        }
    }

    /** An intact gzip file whose JSON breaks in the middle. */
    record MalformedJson() implements OfDownload {}

    /** For as long as it stands, the refresh token and every access token are refused. */
    record RevokedToken() implements Fault {}

    /**
     * For as long as it stands, the first report over a day that is at most {@code days} days old knows only half of
     * its orders; every later report of that type knows them all.
     */
    record Restatement(int days) implements Fault {
        public Restatement {
            if (days < 1) {
                throw new IllegalArgumentException("days must be at least 1, not " + days);
            }
        }
    }
}
