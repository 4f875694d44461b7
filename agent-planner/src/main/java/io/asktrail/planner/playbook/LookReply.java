package io.asktrail.planner.playbook;

import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model said to look at next, judged.
 *
 * @param looks none if it wants to see nothing more
 * @param faults why it cannot be used; empty if it can
 */
record LookReply(String thought, List<TaskSpec> looks, List<String> faults) {
    static final int MOST_LOOKS = 4;
    private static final int LONGEST_THOUGHT = 200;

    /**
     * A figure comes from a source and never from a model; what has one, is no plain sentence, or is in another language
     * than whoever asked reads, is not repeated.
     */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{M} ,.;:'’()?!/&-]{1,%d}".formatted(LONGEST_THOUGHT));

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Said(
            @Nullable String thought,
            boolean done,
            @Nullable List<@Nullable String> looks) {}

    LookReply {
        looks = List.copyOf(looks);
        faults = List.copyOf(faults);
    }

    /**
     * @param open what may be named
     * @param language of whoever asked
     */
    static LookReply judge(String text, NextRequest request, List<TaskSpec> open, Language language) {
        try {
            var said = JSON.readValue(text, Said.class);
            return said.looks() == null
                    ? wrong("looks must be a list")
                    : judge(said, said.looks(), request, open, language);
        } catch (JacksonException _) {
            return wrong("the reply does not have the given form");
        }
    }

    private static LookReply judge(
            Said said, List<@Nullable String> named, NextRequest request, List<TaskSpec> open, Language language) {
        var looks = new ArrayList<TaskSpec>();
        for (var name : named) {
            var look = open.stream().filter(task -> by(task).equals(name)).findFirst();
            if (look.isEmpty()) {
                return wrong("looks names something that is not open");
            }
            if (!looks.contains(look.get())) {
                looks.add(look.get());
            }
        }
        if (looks.size() > MOST_LOOKS) {
            return wrong("looks names more than %d".formatted(MOST_LOOKS));
        }
        if (said.done() != looks.isEmpty()) {
            return wrong("done is true exactly when looks is empty");
        }
        if (said.done()
                && request.seen().stream()
                        .allMatch(seen -> seen.look().compare() == null
                                || seen.look().groupBy().isEmpty())) {
            return wrong("nothing was looked at yet, so it cannot be done");
        }
        return new LookReply(thought(said, language), looks, List.of());
    }

    private static String thought(Said said, Language language) {
        var own = said.thought() == null ? "" : said.thought().strip();
        if (PLAIN.matcher(own).matches() && Language.of(own) == language) {
            return own;
        }
        return Wording.withoutNames(language)
                .of(said.done() ? PlaybookSaying.ENOUGH_SEEN : PlaybookSaying.WHICH_PARTS_MOVED);
    }

    static String by(TaskSpec look) {
        return look.groupBy().stream().map(DimensionId::value).findFirst().orElse("");
    }

    private static LookReply wrong(String fault) {
        return new LookReply("", List.of(), List.of(fault));
    }

    boolean isRight() {
        return faults.isEmpty();
    }

    NextLook next(Cost cost) {
        return looks.isEmpty() ? new NextLook.Conclude(thought, cost) : new NextLook.Look(thought, looks, cost);
    }
}
