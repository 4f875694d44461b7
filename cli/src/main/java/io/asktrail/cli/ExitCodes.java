package io.asktrail.cli;

/** What a script learns from a command's end; part of the command's promise, so never renumbered. */
public final class ExitCodes {
    /** Done; a question was answered, at least in part. */
    public static final int OK = 0;
    /** Nothing could be started or reached. */
    public static final int UNREACHABLE = 1;
    /** The command was not understood. */
    public static final int USAGE = 2;
    /** Asktrail asks back. */
    public static final int CLARIFICATION = 3;
    /** The question may not or cannot be answered. */
    public static final int REFUSED = 4;
    /** Something broke on the way. */
    public static final int FAILED = 5;
    /** A registry and its databases have drifted apart; given by the program that looks. */
    public static final int DRIFTED = 6;

    private ExitCodes() {}
}
