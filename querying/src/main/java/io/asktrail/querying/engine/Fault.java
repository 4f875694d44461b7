package io.asktrail.querying.engine;

/** What a database's failure comes to, whatever it calls it. */
public enum Fault {
    /** It was stopped, or waited for too long. */
    TOO_SLOW,
    /** It has no such table. */
    NO_TABLE,
    /** A table is not as the schema registry says, or is closed to the login. */
    DRIFT,
    /** Cells cannot be read as what the schema registry says they are. */
    BAD_DATA,
    /** The user or the password is not right. */
    LOGIN,
    /** It is away, full or shutting down. */
    UNREACHABLE,
    /** A statement that should have been valid was refused. */
    REFUSED
}
