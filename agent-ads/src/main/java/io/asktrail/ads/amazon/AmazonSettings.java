package io.asktrail.ads.amazon;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who asks Amazon, where, and with how much patience.
 *
 * @param baseUrl instead of the region's host: a sandbox
 * @param tokenUrl instead of the region's login
 * @param limits what a report's file may come to
 */
public record AmazonSettings(
        AmazonRegion region,
        @Nullable URI baseUrl,
        @Nullable URI tokenUrl,
        Login login,
        Patience patience,
        Quota quota,
        FileLimits limits) {

    /** The application's own id and secret, and the seller's consent. */
    public record Login(String clientId, String clientSecret, String refreshToken) {
        @Override
        public String toString() {
            return "Login[%s]".formatted(clientId);
        }
    }

    /**
     * @param attempts how often a call is made, at most
     * @param firstPause before the second attempt; doubled each time, with full jitter
     * @param longestPause between two attempts, also where Amazon asks for more: then the call fails and is made later
     * @param connectWithin how long a connection may take
     * @param replyWithin how long an answer may take, whole
     * @param fileWithin how long a report's file may take, whole
     */
    public record Patience(
            int attempts,
            Duration firstPause,
            Duration longestPause,
            Duration connectWithin,
            Duration replyWithin,
            Duration fileWithin) {
        /** As Amazon advises: pauses of 2, 4, 8 s and so on. */
        public static final Patience USUAL = new Patience(
                6,
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(30));
    }

    /** How many calls are made in a minute, and how many are under way at once, at most. */
    public record Quota(int perMinute, int atOnce) {
        public static final Quota USUAL = new Quota(300, 4);
    }

    /**
     * @param packedBytes as it is sent
     * @param unpackedBytes as it is read
     * @param ratio unpacked to packed: a report packs about twenty to one, a bomb a thousand to one
     */
    public record FileLimits(long packedBytes, long unpackedBytes, int ratio) {
        public static final FileLimits USUAL = new FileLimits(1L << 30, 16L << 30, 200);
    }

    public static AmazonSettings of(AmazonRegion region, Login login) {
        return new AmazonSettings(region, null, null, login, Patience.USUAL, Quota.USUAL, FileLimits.USUAL);
    }

    /** The same towards another server, which has the login as well. */
    public AmazonSettings at(URI server) {
        return new AmazonSettings(region, server, server.resolve("/auth/o2/token"), login, patience, quota, limits);
    }

    public AmazonSettings withLoginAt(URI other) {
        return new AmazonSettings(region, baseUrl, other, login, patience, quota, limits);
    }

    public AmazonSettings withPatience(Patience other) {
        return new AmazonSettings(region, baseUrl, tokenUrl, login, other, quota, limits);
    }

    public AmazonSettings withQuota(int perMinute, int atOnce) {
        return new AmazonSettings(region, baseUrl, tokenUrl, login, patience, new Quota(perMinute, atOnce), limits);
    }

    public AmazonSettings withLimits(FileLimits other) {
        return new AmazonSettings(region, baseUrl, tokenUrl, login, patience, quota, other);
    }

    URI host() {
        return baseUrl == null ? region.host() : baseUrl;
    }

    URI loginAt() {
        return tokenUrl == null ? region.login() : tokenUrl;
    }
}
