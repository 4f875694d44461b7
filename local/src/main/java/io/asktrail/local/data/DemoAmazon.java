package io.asktrail.local.data;

import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.sandbox.Sandbox;
import io.asktrail.demo.sandbox.SandboxSettings;
import io.asktrail.local.home.Home;
import io.asktrail.local.home.LocalFailure;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Amazon of the demo: a sandbox on loopback, from which the sync fetches the days that Amazon would still give, as it does
 * with a seller's own account. Where it listens is in {@code run/sandbox} of the home, for those who want to set faults.
 */
public final class DemoAmazon implements AutoCloseable {
    private final Sandbox sandbox;
    private final long daysAhead;

    private DemoAmazon(Sandbox sandbox, long daysAhead) {
        this.sandbox = sandbox;
        this.daysAhead = daysAhead;
    }

    /**
     * @param held the demo as the databases hold it: the sandbox must not end before them
     * @throws LocalFailure if it cannot listen
     */
    static DemoAmazon start(Home home, Map<String, String> environment, DemoSettings held) {
        try {
            var settings = SandboxSettings.of(held).in(environment);
            var sandbox = Sandbox.start(settings, home.run().resolve("sandbox-reports"));
            home.write(home.run().resolve("sandbox"), sandbox.baseUrl() + "\n");
            return new DemoAmazon(sandbox, settings.daysAhead());
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            throw new LocalFailure(
                    Optional.ofNullable(refused.getMessage()).orElse("The demo's Amazon cannot be started."), refused);
        }
    }

    /** What the sync logs in with, and by whose calendar it counts days. */
    AmazonLogin login() {
        var credentials = sandbox.credentials();
        return new AmazonLogin(Map.of(
                "asktrail.ads.amazon.base-url", sandbox.baseUrl().toString(),
                "asktrail.ads.amazon.client-id", credentials.clientId(),
                "asktrail.ads.amazon.client-secret", credentials.clientSecret(),
                "asktrail.ads.amazon.refresh-token", credentials.refreshToken(),
                "asktrail.ads.amazon.days-ahead", String.valueOf(daysAhead)));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
