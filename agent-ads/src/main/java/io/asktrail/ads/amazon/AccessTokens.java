package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The access token that all calls share: fetched once for all who wait, and again before it ends. */
final class AccessTokens {
    /** Enough for the longest call that begins with it. */
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(5);

    private final RestClient http;
    private final AmazonSettings settings;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Token token;

    AccessTokens(RestClient http, AmazonSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    private record Token(String text, Instant renewAt) {}

    /** A token that is good for a while. */
    String current() {
        var known = token;
        return known != null && clock.instant().isBefore(known.renewAt) ? known.text : refreshed(null);
    }

    /** Another token than the one that was refused. */
    String instead(String refused) {
        return refreshed(refused);
    }

    private String refreshed(@Nullable String refused) {
        refreshing.lock();
        try {
            var known = token;
            if (known != null && clock.instant().isBefore(known.renewAt) && !known.text.equals(refused)) {
                return known.text;
            }
            var fresh = fetch();
            token = fresh;
            return fresh.text;
        } finally {
            refreshing.unlock();
        }
    }

    private Token fetch() {
        var login = settings.login();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "refresh_token");
        form.add("refresh_token", login.refreshToken());
        form.add("client_id", login.clientId());
        form.add("client_secret", login.clientSecret());
        try {
            return http.post()
                    .uri(settings.loginAt())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchangeForRequiredValue((_, reply) -> read(reply));
        } catch (ResourceAccessException away) {
            throw Replies.unreachable("the login", away.getMostSpecificCause());
        }
    }

    private Token read(ClientHttpResponse reply) throws IOException {
        var status = reply.getStatusCode();
        if (status.value() == 400 || status.value() == 401) {
            throw new AmazonException(
                    Trouble.CREDENTIALS,
                    "Amazon refuses the login: %s. Check client id, client secret and refresh token; if the seller has withdrawn the consent, authorise the application again."
                            .formatted(Replies.said(reply)));
        }
        if (status.isError()) {
            throw Replies.failure("the login", reply);
        }
        try (var body = reply.getBody()) {
            return granted(JsonMapper.shared().readTree(body.readAllBytes()));
        } catch (JacksonException unreadable) {
            throw Replies.unreachable("the login", unreadable);
        }
    }

    private Token granted(JsonNode granted) {
        if (!granted.path("access_token").isString()
                || granted.path("expires_in").asLong(0) <= 0) {
            throw new AmazonException(Trouble.UNAVAILABLE, "Amazon's login answered without a token.");
        }
        var life = Duration.ofSeconds(granted.path("expires_in").asLong());
        var used = life.compareTo(BEFORE_ITS_END.multipliedBy(2)) > 0 ? life.minus(BEFORE_ITS_END) : life.dividedBy(2);
        return new Token(
                granted.path("access_token").asString(), clock.instant().plus(used));
    }
}
