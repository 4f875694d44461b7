package io.asktrail.gateway.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads an event stream, event by event. What it does not know (ids, retry times, comments) it passes over. */
final class ServerEvents {
    /** @param data its lines, joined */
    record Event(String name, String data) {}

    private final BufferedReader lines;

    ServerEvents(InputStream stream) {
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The next one; null when the stream has ended. An event that was cut off is none. */
    @Nullable
    Event next() throws IOException {
        var name = "message";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new Event(name, data.substring(0, data.length() - 1));
            }
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).stripLeading()).append('\n');
            }
        }
        return null;
    }
}
