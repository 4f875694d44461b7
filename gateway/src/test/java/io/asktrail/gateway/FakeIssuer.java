package io.asktrail.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An identity provider that is small enough to be written here: it publishes keys, and can be slow or away. */
final class FakeIssuer implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger keysAskedFor = new AtomicInteger();
    private volatile JWKSet keys;
    private volatile boolean away;
    private volatile boolean silent;
    private volatile @Nullable String calledOtherwise;

    FakeIssuer(JWK... keys) {
        this.keys = published(keys);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        serve(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}"
                        .formatted(calledOtherwise == null ? uri() : calledOtherwise, uri()));
        serve("/keys", () -> {
            keysAskedFor.incrementAndGet();
            return this.keys.toString();
        });
        server.start();
    }

    private static JWKSet published(JWK... keys) {
        return new JWKSet(Arrays.stream(keys).map(JWK::toPublicJWK).toList());
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void publishes(JWK... others) {
        keys = published(others);
    }

    /** Whether it answers with errors. */
    void isAway(boolean now) {
        away = now;
    }

    /** Whether it takes requests and does not answer them. */
    void isSilent(boolean now) {
        silent = now;
    }

    void callsItself(String other) {
        calledOtherwise = other;
    }

    int keysAskedFor() {
        return keysAskedFor.get();
    }

    /** Claims of a good token: of asha, who may look, for five minutes. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience(List.of("account", "asktrail"))
                .subject("asha")
                .claim("roles", List.of("viewer"))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    static String signed(JWSAlgorithm algorithm, String key, JWTClaimsSet claims, JWSSigner signer) {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return token.serialize();
    }

    private void serve(String path, Supplier<String> json) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (silent) {
                    closed.await(30, TimeUnit.SECONDS);
                }
                var body = json.get().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(away ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
