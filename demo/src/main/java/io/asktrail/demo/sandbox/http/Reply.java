package io.asktrail.demo.sandbox.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An answer whose body is opened only when it is sent. */
public record Reply(int status, String mediaType, Map<String, String> headers, Body body) {
    public static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** The bytes of an answer. */
    public interface Body {
        /** How many bytes there are, or -1 where nobody knows before they are sent. */
        long length();

        InputStream open() throws IOException;

        static Body of(byte[] bytes) {
            return new Body() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }

    public static Reply json(String mediaType, Object value) {
        return of(200, mediaType, value);
    }

    public static Reply of(int status, String mediaType, Object value) {
        return new Reply(status, mediaType, Map.of(), Body.of(MAPPER.writeValueAsBytes(value)));
    }

    public static Reply text(int status, String mediaType, String text) {
        return new Reply(status, mediaType, Map.of(), Body.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As the endpoint words its errors. */
    public static Reply refusal(Endpoint endpoint, ApiException refused) {
        var body = MAPPER.createObjectNode().put("code", refused.code()).put(endpoint.detailName(), refused.detail());
        return of(refused.status(), JSON, body);
    }

    /** 429, to be asked again after so many whole seconds. */
    public static Reply throttled(Endpoint endpoint, Duration retryAfter) {
        var refused = refusal(endpoint, new ApiException(429, "429", "Too Many Requests"));
        return refused.with("Retry-After", Long.toString(Math.ceilDiv(retryAfter.toMillis(), 1_000)));
    }

    public Reply with(String header, String value) {
        return new Reply(status, mediaType, Map.of(header, value), body);
    }
}
