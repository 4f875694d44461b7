package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** An answer from what is kept, written whole and with the parts that were written before: CPU time of one thread. */
public class Written {
    private static final int TIMES = 40_000;
    private static volatile Object kept;

    public static void main(String[] arguments) throws Exception {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
        var text = Files.readString(Path.of(arguments[0])).strip();
        var answer = mapper.readValue(text.replace("\"cache\":\"miss\",\"registry", "\"cache\":\"hit\",\"registry"), Answer.class);
        var json = new AnswerJson(mapper);
        if (!json.write(answer).equals(mapper.writeValueAsString(answer))) {
            throw new IllegalStateException("written differently");
        }
        System.out.printf("an answer of %,d characters%n", json.write(answer).length());
        for (var round = 0; round < 3; round++) {
            measure("written whole", () -> mapper.writeValueAsString(answer));
            measure("with kept parts", () -> json.write(answer));
        }
    }

    private static void measure(String name, Supplier<Object> work) {
        repeat(work); // the compiler's time is nobody's
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        repeat(work);
        var micros = (threads.getCurrentThreadCpuTime() - before) / 1e3 / TIMES;
        System.out.printf(Locale.ROOT, "%-22s %8.1f µs%n", name, micros);
    }

    private static void repeat(Supplier<Object> work) {
        for (var i = 0; i < TIMES; i++) {
            kept = work.get();
        }
    }
}
