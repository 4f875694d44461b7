package io.asktrail.router.neighbour;

/** What turns phrases into vectors is down, slow or said something of no use. */
public final class EmbeddingUnavailable extends RuntimeException {
    public EmbeddingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
