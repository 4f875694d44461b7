package io.asktrail.router.verified;

import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import io.asktrail.router.model.Examples;
import io.asktrail.router.neighbour.EmbeddingUnavailable;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Lexer;
import io.asktrail.router.vocabulary.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a question that says what a verified one says, in much the same words. */
public final class VerifiedReader implements Examples {
    private static final Logger log = LoggerFactory.getLogger(VerifiedReader.class);
    private static final int NEIGHBOURS = 8;
    private static final int MOST_OPTIONS = 4;
    private static final int MOST_EXAMPLES = 3;
    /** No wording is as long. */
    private static final int LONGEST_QUESTION = 600;

    private static final BigDecimal SURE = new BigDecimal("0.95");
    private static final BigDecimal UNSURE = new BigDecimal("0.3");

    private final VerifiedShelf shelf;
    private final double threshold;
    private final TaskResolver resolver = new TaskResolver(Clock.systemUTC());

    private record Found(VerifiedShelf.Near near, Fit fit, TaskSpec task) {}

    /** @param threshold the least similarity, 0 to 1, of a wording that is held against the question word by word */
    public VerifiedReader(VerifiedShelf shelf, double threshold) {
        this.shelf = shelf;
        this.threshold = threshold;
    }

    /** The reading; empty if no verified question is meant, or none that this caller may see. */
    public Optional<Reading> read(CallContext call, Question question) {
        if (question.text().length() > LONGEST_QUESTION) {
            return Optional.empty();
        }
        var book = shelf.book();
        var access = book.vocabulary().registry().accessOf(call.caller());
        var words = Lexer.read(question.text(), book.vocabulary(), access);
        var asked = new PhraseReader(book.vocabulary()).asked(words, question.today());
        var found = new LinkedHashMap<TaskSpec, Found>();
        for (var near : candidates(book, asked, access)) {
            Fit.of(
                            asked,
                            near.entry().wording(),
                            near.entry().terms(),
                            book.vocabulary().registry())
                    .map(fit -> new Found(near, fit, task(near, fit, question, book)))
                    .ifPresent(fitting -> found.putIfAbsent(fitting.task(), fitting));
        }
        var wording = new Wording(book.vocabulary().registry(), call.language());
        return reading(List.copyOf(found.values()), asked, words, wording);
    }

    /** The nearest wordings, however far; none while the embedding is away. */
    @Override
    public List<Example> near(CallContext call, Question question) {
        var book = shelf.book();
        var access = book.vocabulary().registry().accessOf(call.caller());
        var words = Lexer.read(question.text(), book.vocabulary(), access);
        var asked = new PhraseReader(book.vocabulary()).asked(words, question.today());
        try {
            return shelf.near(book, asked.folded(), MOST_EXAMPLES, access).stream()
                    .limit(MOST_EXAMPLES)
                    .map(near -> new Example(
                            near.entry().wording().text(),
                            near.entry().vouched().verified().task()))
                    .toList();
        } catch (EmbeddingUnavailable away) {
            log.atWarn().addKeyValue("failure", away.getMessage()).log("model asked without examples");
            return List.of();
        }
    }

    // Without the index every wording is a candidate: what decides is that each word has its place.
    private List<VerifiedShelf.Near> candidates(VerifiedBook book, Phrase asked, Access access) {
        try {
            return shelf.near(book, asked.folded(), NEIGHBOURS, access).stream()
                    .filter(near -> near.similarity() >= threshold)
                    .toList();
        } catch (EmbeddingUnavailable away) {
            log.atWarn().addKeyValue("failure", away.getMessage()).log("verified questions looked through one by one");
            return book.openTo(access).stream()
                    .map(entry -> new VerifiedShelf.Near(entry, 1))
                    .toList();
        }
    }

    private TaskSpec task(VerifiedShelf.Near near, Fit fit, Question question, VerifiedBook book) {
        var task = near.entry().vouched().verified().task();
        var filled = new TaskRequest(
                task.intent(),
                task.metrics(),
                task.groupBy(),
                entities(task, fit),
                time(task, fit, question),
                task.compare(),
                task.filters(),
                task.orderBy(),
                fit.limit() == null ? task.limit() : fit.limit(),
                task.scopes(),
                task.calculations(),
                task.diagnosis(),
                task.help(),
                task.export(),
                task.currency(),
                question.today(),
                null);
        return resolver.resolve(filled, book.vocabulary().registry());
    }

    private static Entities entities(TaskRequest task, Fit fit) {
        var entities = Objects.requireNonNullElse(task.entities(), Entities.NONE);
        for (var value : fit.values().entrySet()) {
            entities = entities.with(value.getKey(), List.of(value.getValue()));
        }
        return entities;
    }

    private static TaskRequest.Time time(TaskRequest task, Fit fit, Question question) {
        var own = Objects.requireNonNullElse(task.time(), new TaskRequest.Time(null, null, null, null, null));
        var tz = question.tz().getId();
        return fit.time() == null
                ? new TaskRequest.Time(null, null, tz, own.range(), own.grain())
                : new TaskRequest.Time(
                        fit.time().days().start(),
                        fit.time().days().end(),
                        tz,
                        fit.time().range(),
                        own.grain());
    }

    private static Optional<Reading> reading(List<Found> found, Phrase asked, Words words, Wording wording) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            return Optional.of(whichOne(found, asked, words, wording));
        }
        var only = found.getFirst();
        var sure = BigDecimal.valueOf(Math.min(1, only.near().similarity()))
                .multiply(SURE)
                .setScale(2, RoundingMode.HALF_UP);
        var verified = only.near().entry().vouched().verified();
        log.atInfo().addKeyValue("verified", verified.id()).log("verified question found");
        return Optional.of(new Reading.Understood(
                only.task(),
                sure,
                Spans.of(asked, words, only.fit(), verified.id()),
                assumptions(only).stream().map(wording::of).toList(),
                Reading.By.VERIFIED,
                verified.id().value(),
                null));
    }

    private static List<Said> assumptions(Found only) {
        var all = new ArrayList<Said>();
        all.add(Said.of(RouterSaying.VERIFIED_AS)
                .text(only.near().entry().wording().text()));
        var own = only.near().entry().vouched().verified().task().time();
        var time = only.task().time();
        if (only.fit().time() == null && time != null && (own == null || own.range() == null)) {
            all.add(Said.of(RouterSaying.PERIOD_USUAL).day(time.start()).day(time.end()));
        } else if (only.fit().time() == null && time != null) {
            all.add(Said.of(RouterSaying.PERIOD_VERIFIED).day(time.start()).day(time.end()));
        }
        return all;
    }

    private static Reading whichOne(List<Found> found, Phrase asked, Words words, Wording wording) {
        var options = found.stream()
                .limit(MOST_OPTIONS)
                .map(each -> new Clarification.Option(label(each), each.task()))
                .toList();
        return new Reading.Unclear(
                new Clarification(wording.of(RouterSaying.WHICH_IS_MEANT), options),
                wording.of(RouterSaying.SEVERAL_VERIFIED),
                null,
                UNSURE,
                Spans.of(asked, words, found.getFirst().fit(), null),
                Reading.By.VERIFIED);
    }

    private static String label(Found found) {
        var verified = found.near().entry().vouched().verified();
        return "%s (%s)".formatted(verified.id().value().replace('_', ' '), String.join(", ", names(found.task())));
    }

    private static List<String> names(TaskSpec task) {
        return task.metrics().stream()
                .map(metric -> metric.value().replace('_', ' '))
                .toList();
    }
}
