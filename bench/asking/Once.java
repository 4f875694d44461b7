package io.asktrail.router;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.guardrails.question.QuestionGuard;
import io.asktrail.personal.PersonalData;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What is done once for equal questions, and what it cost each of them: CPU time of one thread, which a busy machine keeps. */
public class Once {
    private static final int TIMES = 4_000;
    private static final String QUESTION = "net sales by state from 1 October 2025 to 31 October 2025";
    private static final String LINE = "question answered answer=\"ans_0123456789abcdef01234567\" status=\"ANSWERED\""
            + " cache=\"HIT\" took_ms=\"13\" rows=\"2\" model_calls=\"0\" cost=\"0\" intent=\"ANALYTICS_QUERY\""
            + " slots=\"metrics=net_sales group_by=geo entities=[] days=31 grain=null\" step_ms=\"sales1=9\"";
    private static volatile Object kept;

    public static void main(String[] arguments) {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var vocabulary = new VocabularyStore(() -> registry);
        var rules = new RuleRouter(vocabulary);
        var repeated = new RepeatedQuestions(vocabulary, rules);
        var guard = new QuestionGuard();
        var verdicts = Caffeine.newBuilder().maximumSize(TIMES).<String, Object>build();
        var caller = new Caller("bench", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
        var call = new CallContext(caller, new Deadline(Instant.MAX), "bench");
        var question =
                new Question(QUESTION, LocalDate.of(2025, 11, 15), ZoneId.of("Asia/Kolkata"), Memory.EMPTY);

        measure("read by the rules", () -> rules.interpret(call, question));
        measure("read again", () -> repeated.interpret(call, question));
        measure("verdicts on the words", () -> guard.review(QUESTION));
        measure("verdicts again", () -> verdicts.get(QUESTION, guard::review));
        measure("the log line masked", () -> PersonalData.mask(LINE));
        measure("rights told", () -> registry.accessOf(caller).fingerprint());
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
