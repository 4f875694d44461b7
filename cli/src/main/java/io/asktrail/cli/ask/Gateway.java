package io.asktrail.cli.ask;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.answer.Problem;
import io.asktrail.contracts.task.Export;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * The gateway over HTTP. The old client of the JDK on purpose: it is up in a third of the time of the new one, and one
 * request is all there is.
 */
final class Gateway {
    private static final String JSON = "application/json, application/problem+json, */*;q=0.8";
    private static final String EVENTS = "text/event-stream, application/problem+json;q=0.9";
    private static final int CONNECT_MS = 5_000;
    /** Longer than any question may take. */
    private static final int READ_MS = 180_000;

    private final String address;
    private final String token;

    Gateway(String address, String token) {
        this.address = address.replaceAll("/+$", "");
        this.token = token;
    }

    /** The answer's JSON; what is no answer becomes a sentence. */
    byte[] ask(String question, String conversation, @Nullable LocalDate asOf) {
        return post("/v1/ask", request(question, conversation, asOf));
    }

    /**
     * The same, as an event stream.
     *
     * @param stages is told the name and the data of each event before the answer
     */
    byte[] ask(String question, String conversation, @Nullable LocalDate asOf, BiConsumer<String, String> stages) {
        return call(() -> {
            var connection = sent("/v1/ask", request(question, conversation, asOf), EVENTS);
            var status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw refused(connection, status);
            }
            var body = connection.getInputStream();
            var type = connection.getContentType();
            return type != null && type.startsWith("text/event-stream")
                    ? new AnswerEvents(address, stages).answer(body)
                    : body.readAllBytes();
        });
    }

    private static String request(String question, String conversation, @Nullable LocalDate asOf) {
        var request = new StringBuilder("{\"question\":").append(quoted(question));
        if (!conversation.isEmpty()) {
            request.append(",\"conversation_id\":").append(quoted(conversation));
        }
        if (asOf != null) {
            request.append(",\"as_of\":").append(quoted(asOf.toString()));
        }
        return request.append('}').toString();
    }

    /**
     * Has a file made of a stored answer; gives its JSON.
     *
     * @param approval the consent to it; null for none
     */
    byte[] export(String answer, Export.Format format, boolean byteOrderMark, @Nullable String approval) {
        var request = new StringBuilder("{\"format\":").append(quoted(format.extension()));
        if (byteOrderMark) {
            request.append(",\"byte_order_mark\":true");
        }
        if (approval != null) {
            request.append(",\"approval_id\":").append(quoted(approval));
        }
        var id = URLEncoder.encode(answer, StandardCharsets.UTF_8);
        return post("/v1/answers/" + id + "/export", request.append('}').toString());
    }

    /** Copies what is at a path as it comes. */
    void download(String path, OutputStream to) {
        call(() -> {
            var connection = open(path, "GET");
            var status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw refused(connection, status);
            }
            try (var in = connection.getInputStream()) {
                in.transferTo(to);
            }
            return status;
        });
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    private byte[] post(String path, String json) {
        return call(() -> {
            var connection = sent(path, json, JSON);
            var status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_CREATED) {
                return connection.getInputStream().readAllBytes();
            }
            throw refused(connection, status);
        });
    }

    private HttpURLConnection sent(String path, String json, String accepted) throws IOException {
        var connection = open(path, "POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Accept", accepted);
        connection.setRequestProperty("Content-Type", "application/json");
        try (var out = connection.getOutputStream()) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return connection;
    }

    private interface Call<T> {
        T made() throws IOException;
    }

    private <T> T call(Call<T> call) {
        try {
            return call.made();
        } catch (ConnectException e) {
            throw new UnreachableException(address, e);
        } catch (SocketTimeoutException e) {
            throw new CliFailure(
                    ExitCodes.FAILED, "No answer came from %s within %d s.".formatted(address, READ_MS / 1000), e);
        } catch (UnknownHostException e) {
            throw new CliFailure(ExitCodes.UNREACHABLE, "There is no host for %s.".formatted(address), e);
        } catch (IOException e) {
            throw new CliFailure(
                    ExitCodes.FAILED, "The connection to %s broke (%s).".formatted(address, e.getMessage()), e);
        }
    }

    private HttpURLConnection open(String path, String method) throws IOException {
        // A question that was sent twice would count twice.
        System.setProperty("sun.net.http.retryPost", "false");
        var url = url(path).toURL();
        var isHere = url.getHost().equals("127.0.0.1") || url.getHost().equals("localhost");
        var connection = (HttpURLConnection) (isHere ? url.openConnection(Proxy.NO_PROXY) : url.openConnection());
        connection.setConnectTimeout(CONNECT_MS);
        connection.setReadTimeout(READ_MS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept", JSON);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return connection;
    }

    private URI url(String path) {
        try {
            var uri = URI.create(address + path);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw notAnAddress(malformed);
        }
        throw notAnAddress(null);
    }

    private CliFailure notAnAddress(@Nullable Throwable cause) {
        var sentence =
                "'%s' is no address of a gateway: give one such as https://asktrail.example.com.".formatted(address);
        return cause == null
                ? new CliFailure(ExitCodes.USAGE, sentence)
                : new CliFailure(ExitCodes.USAGE, sentence, cause);
    }

    private CliFailure refused(HttpURLConnection connection, int status) throws IOException {
        var detail = detail(connection);
        return switch (status) {
            case 400, 404, 410, 413, 422 -> new CliFailure(ExitCodes.USAGE, detail);
            case 401 ->
                new CliFailure(
                        ExitCodes.UNREACHABLE,
                        detail
                                + " Use a token that is valid: ./asktrail token --role analyst --region Delhi makes"
                                + " one.");
            case 403 -> new CliFailure(ExitCodes.REFUSED, detail);
            case 429 -> new CliFailure(ExitCodes.FAILED, detail + wait(connection));
            default -> new CliFailure(ExitCodes.FAILED, detail + " (%s, HTTP %d)".formatted(address, status));
        };
    }

    private static String wait(HttpURLConnection connection) {
        var seconds = connection.getHeaderField("Retry-After");
        return seconds == null ? "" : " Try again in %s s.".formatted(seconds);
    }

    private static String detail(HttpURLConnection connection) throws IOException {
        try (var body = connection.getErrorStream()) {
            return body == null
                    ? "It was refused without a reason."
                    : Problem.read(body.readAllBytes())
                            .map(Problem::sentence)
                            .orElse("It was refused, and not in the way Asktrail does it.");
        }
    }
}
