package io.asktrail.router;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs cases of {@code id, tag, as_of, q or turns, expect} against a router. */
final class Cases {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private final RouterAgent router;

    Cases(RouterAgent router) {
        this.router = router;
    }

    /** What came of a case. */
    enum Outcome {
        RIGHT,
        MISS,
        WRONG
    }

    record Case(String id, String tag, LocalDate asOf, List<String> turns, JsonNode expect) {
        @Override
        public String toString() {
            return "%s [%s] as of %s: %s".formatted(id, tag, asOf, String.join(" -> ", turns));
        }
    }

    record Result(Case tried, Outcome outcome, String detail) {}

    static List<Case> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(Cases::parse)
                .toList();
    }

    private static Case parse(String line) {
        var json = JSON.readTree(line);
        var turns = json.has("turns")
                ? StreamSupport.stream(json.get("turns").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(json.get("q").asString());
        return new Case(
                json.get("id").asString(),
                json.get("tag").asString(),
                LocalDate.parse(json.get("as_of").asString()),
                turns,
                json.get("expect"));
    }

    static CallContext call(Role role, List<String> regions) {
        return new CallContext(
                new Caller("tester", List.of(role), regions, List.of(), List.of()), new Deadline(Instant.MAX), "key");
    }

    Result run(Case tried) {
        var reading = read(tried.asOf, tried.turns);
        var wanted = tried.expect.get("status");
        var statuses = wanted.isArray()
                ? StreamSupport.stream(wanted.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(wanted.asString());
        if (!(reading instanceof Reading.Understood understood)) {
            var status = reading instanceof Reading.Unclear ? "unclear" : "out_of_scope";
            return new Result(tried, statuses.contains(status) ? Outcome.RIGHT : Outcome.MISS, reason(reading));
        }
        if (!statuses.contains("understood")) {
            return new Result(tried, Outcome.WRONG, "understood as " + json(understood.task()));
        }
        return judge(tried, understood.task());
    }

    private Result judge(Case tried, TaskSpec task) {
        var alternatives = new ArrayList<JsonNode>();
        if (tried.expect.has("any_of")) {
            tried.expect.get("any_of").forEach(alternatives::add);
        } else if (tried.expect.has("task")) {
            alternatives.add(tried.expect.get("task"));
        }
        var fewest = new ArrayList<String>();
        for (var wanted : alternatives) {
            var differences = new Expectation(wanted).differences(JSON.valueToTree(task));
            if (differences.isEmpty()) {
                return new Result(tried, Outcome.RIGHT, "");
            }
            fewest.addAll(differences);
        }
        return alternatives.isEmpty()
                ? new Result(tried, Outcome.RIGHT, "")
                : new Result(tried, Outcome.WRONG, String.join("; ", fewest));
    }

    Reading read(LocalDate today, List<String> turns) {
        var call = call(Role.ANALYST, List.of("*"));
        @Nullable Reading reading = null;
        var memory = Memory.EMPTY;
        for (var turn : turns) {
            reading = router.interpret(call, new Question(turn, today, ZONE, memory));
            memory = remember(memory, turn, reading);
        }
        return Objects.requireNonNull(reading);
    }

    private static Memory remember(Memory before, String turn, Reading reading) {
        var questions = new ArrayList<>(before.questions());
        questions.add(turn);
        return switch (reading) {
            case Reading.Understood understood -> new Memory(understood.task(), null, questions);
            case Reading.Unclear unclear -> new Memory(before.task(), unclear.clarification(), questions);
            case Reading.OutOfScope _ -> new Memory(before.task(), null, questions);
        };
    }

    private static String reason(Reading reading) {
        return switch (reading) {
            case Reading.Unclear unclear -> "asked back: " + unclear.reason();
            case Reading.OutOfScope out -> "refused: " + out.reason();
            case Reading.Understood _ -> "";
        };
    }

    static String json(TaskSpec task) {
        return JSON.writeValueAsString(task);
    }
}
