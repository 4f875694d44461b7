package io.asktrail.orchestrator.faults;

import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.task.TaskResolver;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Understands a question that holds a day as spend and net sales of that day; asks back at a mark; knows nothing else. */
final class StubRouter {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final TaskResolver TASKS = new TaskResolver(Clock.systemUTC());

    private StubRouter() {}

    static Reading read(Question question) {
        var day = DAY.matcher(question.text());
        if (day.find()) {
            return new Reading.Understood(
                    task(day.group()), new BigDecimal("0.9"), List.of(), List.of(), Reading.By.RULES);
        }
        if (question.text().endsWith("?")) {
            var asked =
                    new Clarification("Which day?", List.of(new Clarification.Option("the first", task("2025-10-01"))));
            return new Reading.Unclear(asked, "no day", null, new BigDecimal("0.3"), List.of(), Reading.By.RULES);
        }
        return new Reading.OutOfScope(
                "Nothing is known of that", List.of(), new BigDecimal("0.8"), List.of(), Reading.By.RULES);
    }

    static TaskSpec task(String day) {
        var request = JsonMapper.shared().readValue("""
            {"metrics":["spend","net_sales"],"group_by":["channel"],"time":{"start":"%1$s","end":"%1$s"}}\
            """.formatted(day), TaskRequest.class);
        return TASKS.resolve(request, REGISTRY);
    }
}
