package io.asktrail.demo.sandbox.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request, read whole: those of this protocol are small. */
@SuppressWarnings("ArrayRecordComponent") // made once per request and never compared
public record Call(Endpoint endpoint, String path, Map<String, String> query, Headers headers, byte[] body) {
    private static final int LARGEST_BODY = 1 << 20;

    public Call {
        query = Map.copyOf(query);
    }

    /** @throws ApiException where the body is larger than any request of the protocol */
    public static Call read(Endpoint endpoint, HttpExchange exchange) throws IOException {
        var in = exchange.getRequestBody();
        var body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            // Closing a connection with unread bytes would tear the answer down before it arrives.
            in.transferTo(OutputStream.nullOutputStream());
            throw new ApiException(413, "413", "The request is larger than " + LARGEST_BODY + " bytes");
        }
        var uri = exchange.getRequestURI();
        return new Call(endpoint, uri.getPath(), pairs(uri.getRawQuery()), exchange.getRequestHeaders(), body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** The values of a parameter that lists them between commas; empty where it is absent. */
    public List<String> queryList(String name) {
        return query(name).stream()
                .flatMap(values -> Stream.of(values.split(",")))
                .map(String::strip)
                .toList();
    }

    /** The last part of the path. */
    public String lastOfPath() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Map<String, String> form() {
        return pairs(text());
    }

    /** @throws ApiException 415 where the body is of another type, 406 where the caller takes no such answer */
    public void mustBe(String requestType, String responseType) {
        var sent = header("Content-Type").map(Call::withoutParameters).orElse("");
        if (!sent.equalsIgnoreCase(requestType)) {
            throw new ApiException(415, "415", "Unsupported media type '%s', use %s".formatted(sent, requestType));
        }
        if (header("Accept").filter(accept -> !takes(accept, responseType)).isPresent()) {
            throw new ApiException(406, "406", "Not acceptable, the answer is " + responseType);
        }
    }

    private static boolean takes(String accept, String type) {
        return Stream.of(accept.split(","))
                .map(Call::withoutParameters)
                .anyMatch(
                        taken -> taken.equals("*/*") || taken.equals("application/*") || taken.equalsIgnoreCase(type));
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> pairs(@Nullable String encoded) {
        var pairs = new HashMap<String, String>();
        if (encoded != null && !encoded.isBlank()) {
            for (var pair : encoded.split("&")) {
                var parts = pair.split("=", 2);
                pairs.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("The request is not URL encoded: " + e.getMessage());
        }
    }
}
