package io.asktrail.orchestrator.answering;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of answers and conversations: not to be guessed, short enough to be read out. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;

    private Ids() {}

    public static String answer() {
        return "ans_" + random();
    }

    public static String conversation() {
        return "con_" + random();
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
