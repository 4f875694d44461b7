package io.asktrail.testkit.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends what Slack sends, signed as Slack signs it. */
public final class SlackSender {
    public static final String TEAM = "T0TEAM001";
    public static final String SELF = "U0ASKTRAIL";
    public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeSlack slack;

    public SlackSender(FakeSlack slack) {
        this.slack = slack;
    }

    /** An event, of which single fields can be changed before it is sent. */
    public static final class Event {
        public final String id = "Ev%07d".formatted(COUNTER.incrementAndGet());
        public final ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        public final ObjectNode inner = envelope.putObject("event");

        private Event(String type, String channel, String user, String text) {
            envelope.put("token", "unused")
                    .put("team_id", TEAM)
                    .put("api_app_id", "A0APP")
                    .put("type", "event_callback")
                    .put("event_id", id)
                    .put("event_time", 1_700_000_000)
                    .put("is_ext_shared_channel", false);
            envelope.putArray("authorizations")
                    .addObject()
                    .put("team_id", TEAM)
                    .put("user_id", SELF)
                    .put("is_bot", true);
            inner.put("type", type)
                    .put("user", user)
                    .put("text", text)
                    .put("ts", ts())
                    .put("team", TEAM)
                    .put("channel", channel)
                    .put("event_ts", "1700000000.000001");
        }

        public Event inThread(String thread) {
            inner.put("thread_ts", thread);
            return this;
        }

        public String ts() {
            return "1690000000.%s".formatted(id.substring(3));
        }
    }

    public static Event mention(String channel, String user, String text) {
        return new Event("app_mention", channel, user, "<@%s> %s".formatted(SELF, text));
    }

    public static Event direct(String user, String text) {
        var event = new Event("message", FakeSlack.direct(user), user, text);
        event.inner.put("channel_type", "im").put("client_msg_id", "c-" + event.id);
        return event;
    }

    public HttpResponse<String> send(int port, Event event) {
        return send(port, event, 0);
    }

    /** @param retry how often it was sent before */
    public HttpResponse<String> send(int port, Event event, int retry) {
        var body = JsonMapper.shared().writeValueAsString(event.envelope);
        var request = signed(
                port, "/slack/events", "application/json", body, Instant.now().getEpochSecond());
        if (retry > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(retry)).header("X-Slack-Retry-Reason", "http_timeout");
        }
        return send(request);
    }

    /** {@code /asktrail}, as Slack sends it. */
    public HttpResponse<String> command(int port, String channel, String user, String text) {
        return form(
                port,
                "/slack/commands",
                Map.of(
                        "token",
                        "unused",
                        "team_id",
                        TEAM,
                        "channel_id",
                        channel,
                        "user_id",
                        user,
                        "user_name",
                        "any",
                        "command",
                        "/asktrail",
                        "text",
                        text,
                        "response_url",
                        slack.url() + "/reply/" + user,
                        "trigger_id",
                        "t-" + COUNTER.incrementAndGet()));
    }

    /** A press of the button with this id under a message. */
    public HttpResponse<String> press(int port, String user, FakeSlack.Posted message, String actionId) {
        for (var block : message.blocks()) {
            for (var element : block.path("elements")) {
                if (element.path("action_id").asString("").equals(actionId)) {
                    return press(
                            port, user, message, actionId, element.path("value").asString());
                }
            }
        }
        throw new IllegalArgumentException("no button %s in %s".formatted(actionId, message.blocks()));
    }

    public HttpResponse<String> press(int port, String user, FakeSlack.Posted message, String actionId, String value) {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", "block_actions")
                .put("trigger_id", "t-" + COUNTER.incrementAndGet())
                .put("response_url", slack.url() + "/reply/" + user);
        payload.putObject("user").put("id", user).put("team_id", TEAM);
        payload.putObject("team").put("id", TEAM).put("domain", "test");
        payload.putObject("channel").put("id", message.channel()).put("name", "any");
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", message.channel());
        var shown = payload.putObject("message")
                .put("type", "message")
                .put("ts", message.ts())
                .put("text", message.text());
        shown.set("blocks", message.blocks());
        if (message.thread() != null) {
            shown.put("thread_ts", message.thread());
        }
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", actionId)
                .put("block_id", "b")
                .put("value", value)
                .put("action_ts", "1690000000.%06d".formatted(COUNTER.incrementAndGet()));
        return form(
                port,
                "/slack/interactions",
                Map.of("payload", JsonMapper.shared().writeValueAsString(payload)));
    }

    private HttpResponse<String> form(int port, String path, Map<String, String> arguments) {
        var body = arguments.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(signed(
                port,
                path,
                "application/x-www-form-urlencoded",
                body,
                Instant.now().getEpochSecond()));
    }

    public static HttpRequest.Builder signed(int port, String path, String type, String body, long timestamp) {
        return unsigned(port, path, type, body)
                .header("X-Slack-Request-Timestamp", String.valueOf(timestamp))
                .header("X-Slack-Signature", signature(SECRET, timestamp, body));
    }

    public static HttpRequest.Builder unsigned(int port, String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Written from Slack's description, not with the code under test. */
    public static String signature(String secret, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var base = "v0:" + timestamp + ":" + body;
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public static @Nullable String text(HttpResponse<String> reply) {
        return reply.body().isEmpty()
                ? null
                : JsonMapper.shared().readTree(reply.body()).path("text").asString(null);
    }
}
