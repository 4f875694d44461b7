package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an answer that is none to who has to act. */
final class Replies {
    private static final int MOST_OF_A_MESSAGE = 4_096;
    private static final int SHOWN = 400;
    private static final Pattern TOO_OLD = Pattern.compile("data retention start date");
    private static final Pattern SECRETS = Pattern.compile("(Atza|Atzr|amzn1\\.oa2-cs)[A-Za-z0-9|._~+/=-]+");

    private Replies() {}

    /** @param what was asked for, as in "the list of accounts" */
    static AmazonException failure(String what, ClientHttpResponse reply) throws IOException {
        var status = reply.getStatusCode();
        var said = said(reply);
        return switch (status.value()) {
            case 401 ->
                new AmazonException(
                        Trouble.PERMISSION,
                        "Amazon does not let this login have %s: %s. Check the profile, the region, the client id, and that the seller has authorised the application."
                                .formatted(what, said));
            case 403 ->
                new AmazonException(
                        Trouble.PERMISSION,
                        "Amazon forbids this login to have %s: %s. The application needs the permission for the Amazon Ads API."
                                .formatted(what, said));
            case 404 ->
                new AmazonException(
                        what.contains("report") ? Trouble.REPORT_GONE : Trouble.REJECTED,
                        "Amazon does not know %s: %s.".formatted(what, said));
            case 429 ->
                new AmazonException(
                        Trouble.THROTTLED,
                        "Amazon throttles us: %s has to wait.".formatted(what),
                        retryAfter(reply),
                        null);
            default -> other(what, status, said);
        };
    }

    private static AmazonException other(String what, HttpStatusCode status, String said) {
        if (status.is5xxServerError()) {
            return new AmazonException(
                    Trouble.UNAVAILABLE, "Amazon failed at %s (HTTP %d).".formatted(what, status.value()));
        }
        return new AmazonException(
                TOO_OLD.matcher(said).find() ? Trouble.OUT_OF_WINDOW : Trouble.REJECTED,
                "Amazon refused %s (HTTP %d): %s.".formatted(what, status.value(), said));
    }

    /** Not reached, reset, too slow, cut. */
    static AmazonException unreachable(String what, Throwable cause) {
        var how =
                cause instanceof HttpTimeoutException ? "did not answer in time" : "could not be reached, or broke off";
        return new AmazonException(Trouble.UNAVAILABLE, "Amazon %s at %s.".formatted(how, what), cause);
    }

    /** What Amazon says of it: the errors of its interfaces are worded in four ways. */
    static String said(ClientHttpResponse reply) throws IOException {
        byte[] body;
        try (var in = reply.getBody()) {
            body = in.readNBytes(MOST_OF_A_MESSAGE);
        }
        var text = new String(body, StandardCharsets.UTF_8).strip();
        try {
            return shown(worded(JsonMapper.shared().readTree(text)));
        } catch (JacksonException notJson) {
            return shown(text);
        }
    }

    private static String worded(JsonNode error) {
        for (var field : new String[] {"detail", "details", "error_description", "message"}) {
            if (error.path(field).isString()) {
                return error.path(field).asString();
            }
        }
        return error.toString();
    }

    private static String shown(String text) {
        var safe = SECRETS.matcher(text).replaceAll("[secret]").replaceAll("\\p{Cntrl}+", " ");
        return safe.isBlank()
                ? "it says nothing"
                : safe.substring(0, Math.min(SHOWN, safe.length())).replaceAll("\\.$", "");
    }

    private static @Nullable Duration retryAfter(ClientHttpResponse reply) {
        var text = reply.getHeaders().getFirst("Retry-After");
        return text != null && text.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(text.strip()))
                : null;
    }
}
