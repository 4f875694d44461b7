package io.asktrail.cli.ask;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.answer.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** An event stream, read up to the answer in it. */
final class AnswerEvents {
    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    private final String address;
    private final BiConsumer<String, String> stages;

    AnswerEvents(String address, BiConsumer<String, String> stages) {
        this.address = address;
        this.stages = stages;
    }

    byte[] answer(InputStream body) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        var event = "";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(EVENT)) {
                event = line.substring(EVENT.length()).strip();
            } else if (line.startsWith(DATA)) {
                data.append(line, DATA.length(), line.length());
            } else if (line.isEmpty() && !data.isEmpty()) {
                if (event.equals("answer")) {
                    return data.toString().getBytes(StandardCharsets.UTF_8);
                }
                happened(event, data.toString());
                data.setLength(0);
            }
        }
        throw new CliFailure(ExitCodes.FAILED, "%s stopped before the answer came: ask again.".formatted(address));
    }

    private void happened(String event, String data) {
        if (event.equals("error")) {
            throw Problem.read(data.getBytes(StandardCharsets.UTF_8))
                    .map(problem -> new CliFailure(ExitCodes.FAILED, problem.sentence()))
                    .orElseGet(() -> new CliFailure(ExitCodes.FAILED, "It failed without a reason: ask again."));
        }
        stages.accept(event, data);
    }
}
