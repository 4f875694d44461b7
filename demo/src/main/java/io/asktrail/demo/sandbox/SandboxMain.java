package io.asktrail.demo.sandbox;

import io.asktrail.demo.DemoSettings;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;

/**
 * Runs the sandbox until it is stopped: on {@code ASKTRAIL_SANDBOX_PORT} (any that is free), with reports that take
 * {@code ASKTRAIL_SANDBOX_LATENCY_MS} (300) and {@code ASKTRAIL_SANDBOX_RPM} calls a minute (as many as come). Which
 * demo it tells is said by {@link DemoSettings}.
 */
public final class SandboxMain {
    private SandboxMain() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            var sandbox = Sandbox.start(settings(System.getenv(), Clock.systemUTC()));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            introduce(sandbox);
        } catch (IllegalArgumentException | UncheckedIOException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    static SandboxSettings settings(Map<String, String> environment, Clock clock) {
        return SandboxSettings.of(DemoSettings.from(environment, clock)).in(environment);
    }

    private static void introduce(Sandbox sandbox) {
        var credentials = sandbox.credentials();
        System.out.printf(
                "The Amazon Ads sandbox is at %s%n  client id     %s%n  client secret %s%n  refresh token %s%n "
                        + " profile       %d%n",
                sandbox.baseUrl(),
                credentials.clientId(),
                credentials.clientSecret(),
                credentials.refreshToken(),
                credentials.profileId());
    }
}
