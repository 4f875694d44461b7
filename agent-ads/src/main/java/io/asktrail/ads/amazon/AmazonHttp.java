package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to Amazon's API: with the headers it wants, with a token that is good, again where that may help. */
final class AmazonHttp {
    private static final String CLIENT = "Amazon-Advertising-API-ClientId";
    private static final String SCOPE = "Amazon-Advertising-API-Scope";

    private final AmazonSettings settings;
    private final RestClient http;
    private final RestClient files;
    private final AccessTokens tokens;
    private final Endurance endurance;

    AmazonHttp(AmazonSettings settings, Clock clock) {
        this.settings = settings;
        var connections = connections(settings);
        this.http = client(connections, settings.patience().replyWithin());
        this.files = client(connections, settings.patience().fileWithin());
        this.tokens = new AccessTokens(http, settings, clock);
        this.endurance = new Endurance(settings);
    }

    private static HttpClient connections(AmazonSettings settings) {
        return HttpClient.newBuilder()
                .connectTimeout(settings.patience().connectWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private static RestClient client(HttpClient connections, Duration within) {
        var requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(within);
        return RestClient.builder().requestFactory(requests).build();
    }

    /**
     * One call of the API.
     *
     * @param what is asked for, for messages
     * @param path with its query, from the host on
     * @param profile whose account; null where none is named yet
     * @param accept the media type that this interface answers with
     * @param contentType of the body; null without one
     */
    record Call(
            String what,
            HttpMethod method,
            String path,
            @Nullable Long profile,
            String accept,
            @Nullable String contentType,
            @Nullable String body) {}

    /** What a reply is made into; also one that is an error. */
    interface Reading<T> {
        T of(ClientHttpResponse reply) throws IOException;
    }

    /** What an answer in JSON says. */
    <T> T json(Call call, Function<JsonNode, T> meaning) {
        var said = send(call, reply -> {
            if (reply.getStatusCode().isError()) {
                throw Replies.failure(call.what(), reply);
            }
            return read(call, reply);
        });
        return understood(call, () -> meaning.apply(said));
    }

    /** A field that is missing or none of what was agreed is told as one of Amazon's faults. */
    static <T> T understood(Call call, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException | DateTimeException | IllegalArgumentException | ArithmeticException unknown) {
            throw new AmazonException(
                    Trouble.REJECTED,
                    "Amazon answered %s otherwise than it says it does.".formatted(call.what()),
                    unknown);
        }
    }

    /** A call whose errors mean something of their own. */
    <T> T send(Call call, Reading<T> reading) {
        return endurance.of(() -> withToken(call, reading));
    }

    static JsonNode read(Call call, ClientHttpResponse reply) throws IOException {
        try (var body = reply.getBody()) {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException cut) {
            throw Replies.unreachable(call.what(), cut);
        }
    }

    // A token may end, or be withdrawn, in the middle: another one is tried once, and no more.
    private <T> T withToken(Call call, Reading<T> reading) {
        var token = tokens.current();
        try {
            return exchange(call, token, reading);
        } catch (TokenRefused refused) {
            var other = tokens.instead(token);
            try {
                return exchange(call, other, reading);
            } catch (TokenRefused again) {
                throw again.failure;
            }
        }
    }

    private <T> T exchange(Call call, String token, Reading<T> reading) {
        return reached(call.what(), () -> {
            var request = http.method(call.method())
                    .uri(URI.create(settings.host() + call.path()))
                    .headers(headers(call, token));
            if (call.body() != null) {
                request.body(call.body());
            }
            return request.exchangeForRequiredValue((_, reply) -> {
                if (reply.getStatusCode().value() == 401) {
                    throw new TokenRefused(Replies.failure(call.what(), reply));
                }
                return reading.of(reply);
            });
        });
    }

    private Consumer<HttpHeaders> headers(Call call, String token) {
        return headers -> {
            headers.setBearerAuth(token);
            headers.set(CLIENT, settings.login().clientId());
            headers.set(HttpHeaders.ACCEPT, call.accept());
            if (call.profile() != null) {
                headers.set(SCOPE, Long.toString(call.profile()));
            }
            if (call.contentType() != null) {
                headers.set(HttpHeaders.CONTENT_TYPE, call.contentType());
            }
        };
    }

    /** A file behind a signed link: nothing of the login goes there. */
    <T> T file(String what, URI url, Reading<T> reading) {
        mustBeSafe(url);
        return reached(what, () -> files.get().uri(url).exchangeForRequiredValue((_, reply) -> reading.of(reply)));
    }

    private void mustBeSafe(URI url) {
        var sandboxed =
                settings.baseUrl() != null && settings.baseUrl().getAuthority().equals(url.getAuthority());
        if (!"https".equals(url.getScheme()) && !sandboxed) {
            throw new AmazonException(Trouble.BAD_FILE, "Amazon's link to a report is not an https address.");
        }
    }

    private static <T> T reached(String what, Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (ResourceAccessException away) {
            if (Thread.currentThread().isInterrupted() || away.getMostSpecificCause() instanceof InterruptedException) {
                throw new AmazonException(Trouble.INTERRUPTED, "Nobody waits for Amazon any more.", away);
            }
            throw Replies.unreachable(what, away.getMostSpecificCause());
        }
    }

    /** The token is no good, or the profile is not the login's: Amazon says 401 to both. */
    private static final class TokenRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final AmazonException failure;

        private TokenRefused(AmazonException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
