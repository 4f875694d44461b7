package io.asktrail.demo.sandbox;

import io.asktrail.demo.DemoSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which demo is told, and how.
 *
 * @param clock decides, by India's calendar, what "today" is: figures end on the day before. Latencies and expiries run
 *     by the machine's own time
 * @param port 0 for any that is free
 * @param reportLatency how long a report takes at least
 * @param tokenLife how long an access token is good
 * @param linkLife how long the link to a report's file is good
 * @param requestsPerMinute how many calls are answered before 429; 0 for as many as come
 * @param longestPage how many campaigns a list gives at once, at most
 * @param publicUrl how others call it in a network of containers, without a slash at the end: then it listens on every
 *     address, and the links to its files begin so; null for loopback alone
 */
public record SandboxSettings(
        long seed,
        double scale,
        Clock clock,
        int port,
        Duration reportLatency,
        Duration tokenLife,
        Duration linkLife,
        int requestsPerMinute,
        int longestPage,
        @Nullable URI publicUrl) {
    private static final Duration HOUR = Duration.ofHours(1);

    public SandboxSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the sandbox's port must be from 0 to 65535, not " + port);
        }
        if (reportLatency.isNegative() || tokenLife.isNegative() || linkLife.isNegative()) {
            throw new IllegalArgumentException("the sandbox's times must not be negative");
        }
        if (requestsPerMinute < 0 || longestPage < 1) {
            throw new IllegalArgumentException("the sandbox needs a budget of at least 0 and pages of at least 1");
        }
    }

    /** The demo up to its last day, so that today is the day after; from then on days go by as they do outside. */
    public static SandboxSettings of(DemoSettings demo) {
        return new SandboxSettings(
                demo.seed(),
                demo.scale(),
                endingOn(demo.until(), Clock.systemUTC()),
                0,
                Duration.ofMillis(300),
                HOUR,
                HOUR,
                0,
                100,
                null);
    }

    /**
     * With what {@code ASKTRAIL_SANDBOX_PORT}, {@code _LATENCY_MS}, {@code _RPM} and {@code _URL} say.
     *
     * @throws IllegalArgumentException if one of the first is no whole number, or the last no address
     */
    public SandboxSettings in(Map<String, String> environment) {
        return withPort(whole(environment, "ASKTRAIL_SANDBOX_PORT", port))
                .withReportLatency(Duration.ofMillis(
                        whole(environment, "ASKTRAIL_SANDBOX_LATENCY_MS", Math.toIntExact(reportLatency.toMillis()))))
                .withRequestsPerMinute(whole(environment, "ASKTRAIL_SANDBOX_RPM", requestsPerMinute))
                .withPublicUrl(
                        url(environment.getOrDefault("ASKTRAIL_SANDBOX_URL", "").strip()));
    }

    private static @Nullable URI url(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var url = URI.create(text);
        if (url.getHost() == null || text.endsWith("/")) {
            throw new IllegalArgumentException(
                    "ASKTRAIL_SANDBOX_URL must be an address such as http://sandbox:9400, not " + text);
        }
        return url;
    }

    private static int whole(Map<String, String> environment, String name, int otherwise) {
        var text = environment.getOrDefault(name, "").strip();
        try {
            return text.isEmpty() ? otherwise : Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + text, e);
        }
    }

    public SandboxSettings withClock(Clock other) {
        return new SandboxSettings(
                seed,
                scale,
                other,
                port,
                reportLatency,
                tokenLife,
                linkLife,
                requestsPerMinute,
                longestPage,
                publicUrl);
    }

    public SandboxSettings withPort(int other) {
        return new SandboxSettings(
                seed,
                scale,
                clock,
                other,
                reportLatency,
                tokenLife,
                linkLife,
                requestsPerMinute,
                longestPage,
                publicUrl);
    }

    public SandboxSettings withReportLatency(Duration other) {
        return new SandboxSettings(
                seed, scale, clock, port, other, tokenLife, linkLife, requestsPerMinute, longestPage, publicUrl);
    }

    public SandboxSettings withTokenLife(Duration other) {
        return new SandboxSettings(
                seed, scale, clock, port, reportLatency, other, linkLife, requestsPerMinute, longestPage, publicUrl);
    }

    public SandboxSettings withLinkLife(Duration other) {
        return new SandboxSettings(
                seed, scale, clock, port, reportLatency, tokenLife, other, requestsPerMinute, longestPage, publicUrl);
    }

    public SandboxSettings withRequestsPerMinute(int other) {
        return new SandboxSettings(
                seed, scale, clock, port, reportLatency, tokenLife, linkLife, other, longestPage, publicUrl);
    }

    public SandboxSettings withLongestPage(int other) {
        return new SandboxSettings(
                seed, scale, clock, port, reportLatency, tokenLife, linkLife, requestsPerMinute, other, publicUrl);
    }

    public SandboxSettings withPublicUrl(@Nullable URI other) {
        return new SandboxSettings(
                seed, scale, clock, port, reportLatency, tokenLife, linkLife, requestsPerMinute, longestPage, other);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(DemoSettings.ZONE));
    }

    /** How many days the sandbox's calendar is ahead of this machine's; less than 0 if its demo ends in the past. */
    public long daysAhead() {
        return ChronoUnit.DAYS.between(LocalDate.now(DemoSettings.ZONE), today());
    }

    private static Clock endingOn(LocalDate until, Clock now) {
        var today = LocalDate.now(now.withZone(DemoSettings.ZONE));
        return Clock.offset(now, Duration.ofDays(ChronoUnit.DAYS.between(today, until.plusDays(1))));
    }
}
