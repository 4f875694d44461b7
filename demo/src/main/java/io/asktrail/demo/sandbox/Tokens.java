package io.asktrail.demo.sandbox;

import io.asktrail.demo.sandbox.fault.SandboxFaults;
import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.sandbox.http.Reply;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Login with Amazon: access tokens for a refresh token, and whether a call carries a good one. */
final class Tokens {
    private static final String BEARER = "Bearer ";

    private final SandboxCredentials credentials;
    private final Duration life;
    private final SandboxFaults faults;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> expiryNanos = new ConcurrentHashMap<>();

    Tokens(SandboxCredentials credentials, Duration life, SandboxFaults faults) {
        this.credentials = credentials;
        this.life = life;
        this.faults = faults;
    }

    Reply refresh(Call call) {
        var form = call.form();
        return refusal(form, call.path()).orElseGet(this::granted);
    }

    private Optional<Reply> refusal(Map<String, String> form, String path) {
        for (var name : new String[] {"grant_type", "client_id", "client_secret"}) {
            if (form.getOrDefault(name, "").isEmpty()) {
                return refused(400, "invalid_request", "The request is missing a required parameter : " + name);
            }
        }
        if (!"refresh_token".equals(form.get("grant_type"))) {
            return refused(
                    400,
                    "unsupported_grant_type",
                    "The authorization grant type is not supported by the authorization server");
        }
        if (!credentials.clientId().equals(form.get("client_id"))
                || !credentials.clientSecret().equals(form.get("client_secret"))) {
            return refused(401, "invalid_client", "Client authentication failed");
        }
        return ofRefreshToken(form.get("refresh_token"), path);
    }

    private Optional<Reply> ofRefreshToken(@Nullable String refreshToken, String path) {
        if (refreshToken == null || refreshToken.isEmpty()) {
            return refused(400, "invalid_request", "The request is missing a required parameter : refresh_token");
        }
        if (!credentials.refreshToken().equals(refreshToken) || faults.tokensAreRevoked(path)) {
            return refused(400, "invalid_grant", "The request has an invalid grant parameter : refresh_token");
        }
        return Optional.empty();
    }

    /** @throws ApiException 401 where the call does not come with a token that is good now, and with its client's id */
    void check(Call call) {
        var token = call.header("Authorization")
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .orElseThrow(() -> ApiException.unauthorized("No bearer token in the Authorization header"));
        var expiry = expiryNanos.get(token);
        if (expiry == null || System.nanoTime() - expiry >= 0 || faults.tokensAreRevoked(call.path())) {
            throw ApiException.unauthorized("HTTP 401 Unauthorized: the access token is unknown, expired or revoked");
        }
        var client = call.header("Amazon-Advertising-API-ClientId")
                .orElseThrow(() -> ApiException.unauthorized("Header Amazon-Advertising-API-ClientId is missing"));
        if (!client.equals(credentials.clientId())) {
            throw ApiException.unauthorized("Amazon-Advertising-API-ClientId does not fit the access token");
        }
    }

    private Reply granted() {
        var token = "Atza|" + random();
        expiryNanos.values().removeIf(expiry -> System.nanoTime() - expiry >= 0);
        expiryNanos.put(token, System.nanoTime() + life.toNanos());
        return Reply.json(
                Reply.JSON,
                object().put("access_token", token)
                        .put("refresh_token", credentials.refreshToken())
                        .put("token_type", "bearer")
                        .put("expires_in", life.toSeconds()));
    }

    private String random() {
        var bytes = new byte[36];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static Optional<Reply> refused(int status, String error, String description) {
        return Optional.of(
                Reply.of(status, Reply.JSON, object().put("error", error).put("error_description", description)));
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
