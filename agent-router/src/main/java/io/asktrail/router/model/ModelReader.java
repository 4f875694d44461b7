package io.asktrail.router.model;

import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.reading.Span;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.NamedFields;
import io.asktrail.model.LanguageModel;
import io.asktrail.model.LanguageModel.Reply;
import io.asktrail.model.ModelSettings;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import io.asktrail.router.VocabularyStore;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a model what the words mean that the rules left over. Its task is checked word by word; whatever it says, or does
 * not say, the rules' reading stands unless nothing is wrong.
 */
public final class ModelReader {
    private static final Logger log = LoggerFactory.getLogger(ModelReader.class);
    private static final int TRIES = 2;
    private static final int MOST_FAULTS = 6;
    private static final int LONGEST_FAULT = 200;
    /** Longer questions are for the rules, which refuse them. */
    private static final int LONGEST_QUESTION = 600;
    /** English text has more characters a token: what is set aside is rather too much. */
    private static final int CHARACTERS_A_TOKEN = 3;

    private static final BigDecimal SURE = new BigDecimal("0.7");

    /** What the answer needs after the question is read. */
    private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(4);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final VocabularyStore vocabularies;
    private final Examples examples;
    private final LanguageModel model;
    private final ModelSettings settings;
    private final ModelBudget budget;
    private final Clock clock;

    public ModelReader(
            VocabularyStore vocabularies,
            Examples examples,
            LanguageModel model,
            ModelSettings settings,
            ModelBudget budget,
            Clock clock) {
        this.vocabularies = vocabularies;
        this.examples = examples;
        this.model = model;
        this.settings = settings;
        this.budget = budget;
        this.clock = clock;
    }

    /** The model's reading if it holds, else the rules'; with what was spent in either case. */
    public Reading read(CallContext call, Question question, Reading.Unclear rules) {
        if (question.text().length() > LONGEST_QUESTION) {
            return rules;
        }
        var vocabulary = vocabularies.get();
        var access = vocabulary.registry().accessOf(call.caller());
        return new PartsReader(vocabulary, access, question, rules.spans())
                .read()
                .map(parts -> asked(call, question, rules, parts, vocabulary, access))
                .orElse(rules);
    }

    private Reading asked(
            CallContext call,
            Question question,
            Reading.Unclear rules,
            QuestionParts parts,
            Vocabulary vocabulary,
            Access access) {
        var catalogue = Catalogue.of(vocabulary.registry(), access, question.text());
        if (catalogue.metrics().isEmpty() || catalogue.dimensions().isEmpty()) {
            return rules;
        }
        var prompt = new ReadPrompt(parts, catalogue, examples.near(call, question));
        var faults = List.<String>of();
        var cost = Cost.NONE;
        for (var attempt = 0; attempt < TRIES && cost.tokens() < settings.maxTokens(); attempt++) {
            var reply = reply(call, prompt.request(faults));
            cost = cost.plus(reply.cost());
            switch (reply) {
                case Reply.NotThere _ -> {
                    return withCost(rules, cost);
                }
                case Reply.Useless useless ->
                    faults = List.of(useless.cutOff() ? "the reply was cut off: be brief" : "the reply was empty");
                case Reply.Text(var text, var _) -> {
                    var judged = judge(text, question, parts, catalogue, vocabulary, access);
                    if (judged instanceof Judged.Good(var said, var task)) {
                        log.atInfo().addKeyValue("attempts", attempt + 1).log("question read by model");
                        var wording = new Wording(vocabulary.registry(), call.language());
                        return understood(rules, said, task, parts, wording).withCost(cost);
                    }
                    if (judged instanceof Judged.Declined) {
                        return withCost(rules, cost);
                    }
                    faults = ((Judged.Wrong) judged).faults();
                }
            }
        }
        log.atInfo().addKeyValue("faults", faults.size()).log("question not read by model");
        return withCost(rules, cost);
    }

    private static Reading withCost(Reading.Unclear rules, Cost cost) {
        return cost.equals(Cost.NONE) ? rules : rules.withCost(cost);
    }

    // The day is the clock's, whatever day a question is asked as of.
    private Reply reply(CallContext call, LanguageModel.Request request) {
        var wait = longestWait(call);
        var day = LocalDate.now(clock.withZone(
                vocabularies.get().registry().calendar().definition().tz()));
        var caller = call.caller().sub();
        var sent = (request.instructions().length()
                        + request.task().length()
                        + request.schema().length())
                / CHARACTERS_A_TOKEN;
        var reserved = sent + (long) settings.maxReplyTokens();
        if (wait.isZero() || !budget.reserve(caller, day, reserved)) {
            return new Reply.NotThere(Cost.NONE);
        }
        var reply = model.reply(request, wait);
        // A service that was asked and said nothing may have counted all the same.
        var counted = reply instanceof Reply.NotThere && reply.cost().modelCalls() > 0
                ? reply.cost().plus(new Cost(0, sent, settings.priceOf(sent, 0)))
                : reply.cost();
        budget.settle(caller, day, reserved, counted);
        return reply;
    }

    private Duration longestWait(CallContext call) {
        var left = call.deadline().remaining(clock).minus(FOR_THE_ANSWER);
        var wait = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** What a reply comes to. */
    private sealed interface Judged {
        record Good(ModelReply.Task reply, TaskSpec task) implements Judged {}

        record Declined() implements Judged {}

        record Wrong(List<String> faults) implements Judged {
            Wrong(String fault) {
                this(List.of(fault));
            }

            public Wrong {
                faults = faults.stream()
                        .limit(MOST_FAULTS)
                        .map(fault -> fault.substring(0, Math.min(fault.length(), LONGEST_FAULT)))
                        .toList();
            }
        }
    }

    private static Judged judge(
            String text,
            Question question,
            QuestionParts parts,
            Catalogue catalogue,
            Vocabulary vocabulary,
            Access access) {
        try {
            var reply = JSON.readValue(text, ModelReply.class);
            if (reply == null || reply.verdict() == null) {
                return new Judged.Wrong("the reply is not in the given form");
            }
            if (reply.verdict() != ModelReply.Verdict.UNDERSTOOD) {
                return new Judged.Declined();
            }
            if (reply.task() == null) {
                return new Judged.Wrong("what is understood has a task");
            }
            var faults = ReplyFaults.of(reply.task(), parts, catalogue);
            if (!faults.isEmpty()) {
                return new Judged.Wrong(faults);
            }
            var task = new TaskFromReply(reply.task(), parts, question, vocabulary.registry()).task();
            return isOpen(task, vocabulary, access)
                    ? new Judged.Good(reply.task(), task)
                    : new Judged.Wrong("the task names what this caller may not see");
        } catch (JacksonException | NullPointerException _) {
            return new Judged.Wrong("the reply is not in the given form");
        } catch (IllegalArgumentException wrong) {
            return new Judged.Wrong(String.valueOf(wrong.getMessage()));
        } catch (SuiteException wrong) {
            return new Judged.Wrong(wrong.forCaller());
        }
    }

    private static boolean isOpen(TaskSpec task, Vocabulary vocabulary, Access access) {
        var named = NamedFields.of(task, vocabulary.registry());
        return access.metrics().containsAll(named.metrics())
                && access.dimensions().containsAll(named.dimensions())
                && named.probed().stream().noneMatch(access.masked()::contains);
    }

    private static Reading.Understood understood(
            Reading.Unclear rules, ModelReply.Task reply, TaskSpec task, QuestionParts parts, Wording wording) {
        var assumptions = new ArrayList<Said>();
        assumptions.add(Said.of(RouterSaying.MODEL_ASKED)
                .text(parts.words().stream()
                        .map(word -> "'%s'".formatted(word.text()))
                        .collect(Collectors.joining(", "))));
        if (reply.period() == null && task.time() != null) {
            assumptions.add(Said.of(RouterSaying.PERIOD_TAKEN)
                    .day(task.period().start())
                    .day(task.period().end()));
        }
        return new Reading.Understood(
                task,
                SURE,
                spans(rules, reply, parts),
                assumptions.stream().map(wording::of).toList(),
                Reading.By.MODEL,
                ReadPrompt.VERSION,
                null);
    }

    private static List<Span> spans(Reading.Unclear rules, ModelReply.Task reply, QuestionParts parts) {
        var spans = new ArrayList<>(rules.spans());
        var text = parts.lexemes().text();
        for (var use : reply.words()) {
            parts.word(use.word())
                    .map(word -> new Span(
                            word.from(),
                            word.to(),
                            text.substring(word.from(), word.to()),
                            use.part().text(),
                            "model"))
                    .ifPresent(spans::add);
        }
        spans.sort(Comparator.comparingInt(Span::from));
        return List.copyOf(spans);
    }
}
