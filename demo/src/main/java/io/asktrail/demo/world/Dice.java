package io.asktrail.demo.world;

/**
 * Repeatable chance. SplitMix64 is written out here because the same seed must give the same rows on every JDK and
 * every machine, and the library's generators do not promise how they turn bits into bounded numbers.
 */
public final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice that depend on these numbers and their order alone. */
    public static Dice of(long seed, long... keys) {
        long state = mix(seed + STEP);
        for (long key : keys) {
            state = mix(state ^ mix(key + STEP));
        }
        return new Dice(state);
    }

    /** A whole number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        // The bias of taking the high bits of a product is below one in 2^31 for the bounds used here.
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A fraction in [0, 1). */
    public double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** A fraction in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * fraction();
    }

    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** A whole number whose mean is {@code expected}: the fraction is rounded up as often as it is large. */
    public int roundedAround(double expected) {
        int whole = (int) expected;
        return chance(expected - whole) ? whole + 1 : whole;
    }

    private long next() {
        state += STEP;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
