package io.asktrail.testkit.slack;

import static io.asktrail.testkit.slack.FakeSlack.argument;
import static io.asktrail.testkit.slack.FakeSlack.refused;

import io.asktrail.testkit.slack.FakeSlack.Posted;
import io.asktrail.testkit.slack.FakeSlack.Whisper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** What was said: in channels for all, and to single people. */
final class Messages {
    private final Map<String, Posted> posted = new ConcurrentHashMap<>();
    private final List<Whisper> whispers = new CopyOnWriteArrayList<>();
    private final AtomicInteger clock = new AtomicInteger();

    List<Posted> in(String channel) {
        return posted.values().stream()
                .filter(message -> message.channel().equals(channel))
                .sorted(Comparator.comparing(Posted::ts))
                .toList();
    }

    List<Whisper> whispers() {
        return List.copyOf(whispers);
    }

    void clear() {
        posted.clear();
        whispers.clear();
    }

    String post(Map<String, String> arguments) {
        var channel = argument(arguments, "channel");
        if (isClosed(channel)) {
            return refused("not_in_channel");
        }
        var thread = arguments.get("thread_ts");
        var blocks = Blocks.of(arguments);
        var fault = Blocks.fault(arguments, blocks);
        if (fault != null) {
            return refused(fault);
        }
        var ts = nextTs();
        posted.put(channel + ts, new Posted(channel, ts, thread, argument(arguments, "text"), blocks, List.of()));
        return "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(channel, ts);
    }

    String update(Map<String, String> arguments) {
        var channel = argument(arguments, "channel");
        var ts = argument(arguments, "ts");
        var old = posted.get(channel + ts);
        if (old == null) {
            return refused("message_not_found");
        }
        var blocks = Blocks.of(arguments);
        var fault = Blocks.fault(arguments, blocks);
        if (fault != null) {
            return refused(fault);
        }
        var before = new ArrayList<>(old.before());
        before.add(old.shown());
        posted.put(
                channel + ts,
                new Posted(channel, ts, old.thread(), argument(arguments, "text"), blocks, List.copyOf(before)));
        return "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(channel, ts);
    }

    String whisper(Map<String, String> arguments) {
        var channel = argument(arguments, "channel");
        if (isClosed(channel)) {
            return refused("channel_not_found");
        }
        whispers.add(new Whisper(
                channel, argument(arguments, "user"), arguments.get("thread_ts"), argument(arguments, "text")));
        return "{\"ok\":true,\"message_ts\":\"%s\"}".formatted(nextTs());
    }

    private static boolean isClosed(String channel) {
        return channel.equals(FakeSlack.FOREIGN_CHANNEL);
    }

    private String nextTs() {
        return "1700000000.%06d".formatted(clock.incrementAndGet());
    }

    /** What comes to a response_url only one person sees; false if it was meant for more. */
    boolean reply(String user, JsonNode message) {
        if (!message.path("response_type").asString("").equals("ephemeral")
                || message.path("replace_original").asBoolean(false)) {
            return false;
        }
        whispers.add(new Whisper("reply", user, null, message.path("text").asString()));
        return true;
    }
}
