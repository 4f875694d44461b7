package io.asktrail.testkit.slack;

import static io.asktrail.testkit.slack.FakeSlack.argument;
import static io.asktrail.testkit.slack.FakeSlack.refused;
import static io.asktrail.testkit.slack.FakeSlack.send;

import com.sun.net.httpserver.HttpExchange;
import io.asktrail.testkit.slack.FakeSlack.SharedFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Files in three steps: a place is asked for, the bytes are brought there, and then they are shown somewhere. */
final class Uploads {
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final List<SharedFile> files = new CopyOnWriteArrayList<>();
    private final AtomicInteger counter = new AtomicInteger();

    private record Upload(String name, String described, int length, byte @Nullable [] content) {}

    List<SharedFile> shared() {
        return List.copyOf(files);
    }

    void clear() {
        uploads.clear();
        files.clear();
    }

    String begin(String url, Map<String, String> arguments) {
        var id = "F%07d".formatted(counter.incrementAndGet());
        uploads.put(
                id,
                new Upload(
                        argument(arguments, "filename"),
                        Objects.requireNonNullElse(arguments.get("alt_txt"), ""),
                        Integer.parseInt(argument(arguments, "length")),
                        null));
        return "{\"ok\":true,\"file_id\":\"%s\",\"upload_url\":\"%s/upload/%s\"}".formatted(id, url, id);
    }

    void receive(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/upload/".length());
        var content = exchange.getRequestBody().readAllBytes();
        var upload = uploads.get(id);
        if (upload == null || upload.length() != content.length) {
            send(exchange, 400, "the length is another one");
            return;
        }
        uploads.put(id, new Upload(upload.name(), upload.described(), upload.length(), content));
        send(exchange, 200, "OK - " + content.length);
    }

    String end(Map<String, String> arguments) {
        var details = JsonMapper.shared().readTree(argument(arguments, "files")).path(0);
        var upload = uploads.get(details.path("id").asString());
        if (upload == null || upload.content() == null) {
            return refused("file_not_found");
        }
        files.add(new SharedFile(
                argument(arguments, "channel_id"),
                arguments.get("thread_ts"),
                upload.name(),
                details.path("title").asString(""),
                upload.described(),
                upload.content()));
        return "{\"ok\":true,\"files\":[{\"id\":\"%s\"}]}"
                .formatted(details.path("id").asString());
    }
}
