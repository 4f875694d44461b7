package io.asktrail.local;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.gateway.login.LocalTokens;
import io.asktrail.local.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The token of the one who owns this machine: everything in every region, renewed long before it ends. */
final class OwnerToken {
    private static final Caller OWNER = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
    private static final Duration VALID = Duration.ofHours(12);
    private static final Duration RENEWED = Duration.ofHours(1);

    private final Home home;

    OwnerToken(Home home) {
        this.home = home;
    }

    void keepFresh() {
        var renewal = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("owner-token").factory());
        write();
        renewal.scheduleAtFixedRate(this::write, RENEWED.toMinutes(), RENEWED.toMinutes(), TimeUnit.MINUTES);
    }

    private void write() {
        var token = LocalTokens.open(home.loginKey(), Clock.systemUTC()).mint(OWNER, VALID);
        home.write(home.ownerToken(), token + "\n");
    }
}
