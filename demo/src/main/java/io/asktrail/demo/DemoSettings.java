package io.asktrail.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which demo is made: the seed and the scale decide what a day holds, {@code until} is the last day. */
public record DemoSettings(long seed, double scale, LocalDate until) {
    public static final long DEFAULT_SEED = 20_231_112;
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    public DemoSettings {
        if (!(scale > 0 && scale <= 1_000)) {
            throw new IllegalArgumentException("the demo's scale must be above 0 and at most 1000, not " + scale);
        }
    }

    /** The default demo up to that day. */
    public static DemoSettings until(LocalDate until) {
        return new DemoSettings(DEFAULT_SEED, 1, until);
    }

    /**
     * Reads {@code ASKTRAIL_DEMO_SEED}, {@code ASKTRAIL_DEMO_SCALE} and {@code ASKTRAIL_DEMO_UNTIL}; without the last
     * one the demo ends yesterday, as India's calendar has it.
     */
    public static DemoSettings from(Map<String, String> environment, Clock clock) {
        return new DemoSettings(
                seed(environment.get("ASKTRAIL_DEMO_SEED")),
                scale(environment.get("ASKTRAIL_DEMO_SCALE")),
                until(environment.get("ASKTRAIL_DEMO_UNTIL"), clock));
    }

    private static long seed(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? DEFAULT_SEED : Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ASKTRAIL_DEMO_SEED must be a whole number, not " + value, e);
        }
    }

    private static double scale(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? 1 : Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "ASKTRAIL_DEMO_SCALE must be a number such as 0.5 or 10, not " + value, e);
        }
    }

    private static LocalDate until(@Nullable String value, Clock clock) {
        try {
            return value == null || value.isBlank()
                    ? LocalDate.now(clock.withZone(ZONE)).minusDays(1)
                    : LocalDate.parse(value.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "ASKTRAIL_DEMO_UNTIL must be a date such as 2025-10-31, not " + value, e);
        }
    }
}
