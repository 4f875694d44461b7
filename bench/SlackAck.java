import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How long Slack waits until it is let go of: signed events at a steady rate, whether or not the ones before have been
 * acknowledged. Each is a question of its own.
 *
 * <pre>java bench/SlackAck.java URL SECRET_FILE TEAM USER [EVENTS] [PER_SECOND]</pre>
 */
class SlackAck {
    private static final int MOST = 5_000;

    public static void main(String[] arguments) throws Exception {
        var url = URI.create(arguments[0]);
        var secret = Files.readString(Path.of(arguments[1])).strip();
        var events = Math.min(MOST, arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1_000);
        var perSecond = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 20;
        var run = Long.toString(System.nanoTime(), 36);
        var took = new ConcurrentLinkedQueue<Long>();
        var refused = new AtomicInteger();
        List<CompletableFuture<?>> under = new ArrayList<>();
        try (var http = HttpClient.newHttpClient()) {
            var began = System.nanoTime();
            for (var n = 0; n < events; n++) {
                var due = began + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                // From the moment it was due: a server that is slow must not slow down what is asked of it.
                under.add(http.sendAsync(event(url, secret, arguments[2], arguments[3], run + n),
                                HttpResponse.BodyHandlers.discarding())
                        .thenAccept(reply -> {
                            took.add(System.nanoTime() - due);
                            if (reply.statusCode() != 200) {
                                refused.incrementAndGet();
                            }
                        }));
            }
            CompletableFuture.allOf(under.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
        }
        var sorted = took.stream().sorted().toList();
        System.out.printf(
                "%d events, %d a second: p50 %.1f ms, p99 %.1f ms, longest %.1f ms; not acknowledged: %d%n",
                events, perSecond, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), refused.get());
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get(Math.clamp((int) Math.ceil(share * sorted.size()) - 1, 0, sorted.size() - 1)) / 1e6;
    }

    private static HttpRequest event(URI url, String secret, String team, String user, String id) throws Exception {
        var body = """
                {"type":"event_callback","team_id":"%s","event_id":"Ev%s","authorizations":[{"team_id":"%s","user_id":"U0SELF"}],
                 "event":{"type":"message","channel_type":"im","channel":"D0BENCH","user":"%s","team":"%s",
                          "text":"spend last week (%s)","ts":"1.0"}}""".formatted(team, id, team, user, team, id);
        var now = Instant.now().getEpochSecond();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = mac.doFinal(("v0:" + now + ":" + body).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("X-Slack-Request-Timestamp", Long.toString(now))
                .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(signed))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
