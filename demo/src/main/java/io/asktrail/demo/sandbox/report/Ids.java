package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.world.Dice;
import java.nio.charset.StandardCharsets;

/** Numbers for what the demo knows by name alone; they never change, and are too large for a double to hold. */
final class Ids {
    private static final long BASE = 1L << 60;
    private static final String ASIN_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Ids() {}

    static long of(long campaignId, String kind, String name) {
        var dice = dice(campaignId, kind + '\n' + name);
        return BASE + ((long) dice.below(1 << 29) << 29) + dice.below(1 << 29);
    }

    static String asin(String sku) {
        var dice = dice(0, sku);
        var asin = new StringBuilder("B0");
        while (asin.length() < 10) {
            asin.append(ASIN_DIGITS.charAt(dice.below(ASIN_DIGITS.length())));
        }
        return asin.toString();
    }

    private static Dice dice(long seed, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        long[] keys = new long[bytes.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = bytes[i];
        }
        return Dice.of(seed, keys);
    }
}
