package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.reading.Span;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a task, or the problem in its way, into a reading. */
final class Replies {
    private static final int MOST_OPTIONS = 4;
    private static final BigDecimal SURE = new BigDecimal("0.95");
    private static final BigDecimal PER_ASSUMPTION = new BigDecimal("0.05");
    private static final BigDecimal LEAST = new BigDecimal("0.6");
    private static final BigDecimal UNSURE = new BigDecimal("0.3");
    private static final List<MetricId> COMMON = Stream.of("net_sales", "orders", "spend", "roas", "gross_sales")
            .map(MetricId::new)
            .toList();

    private final Vocabulary vocabulary;
    private final Access access;
    private final LocalDate today;
    private final Wording wording;
    private final Choices choices;

    Replies(Vocabulary vocabulary, Access access, LocalDate today, Wording wording) {
        this.vocabulary = vocabulary;
        this.access = access;
        this.today = today;
        this.wording = wording;
        choices = new Choices(vocabulary, access, wording);
    }

    Reading empty() {
        return unclear(Said.of(RouterSaying.EMPTY), Said.of(RouterSaying.WHAT_TO_KNOW), common(null), null, List.of());
    }

    Reading tooLong(int longest) {
        return unclear(
                Said.of(RouterSaying.TOO_LONG).number(longest),
                Said.of(RouterSaying.IN_SHORT),
                List.of(),
                null,
                List.of());
    }

    Reading refused(Said why) {
        return outOfScope(why, null, List.of());
    }

    Reading chosen(String text, Clarification.Option option) {
        var span = new Span(0, text.length(), text, "intent", "clarified");
        return new Reading.Understood(
                option.task(),
                SURE,
                List.of(span),
                List.of(wording.of(Said.of(RouterSaying.ANSWERED_AS).text(option.label()))),
                Reading.By.RULES);
    }

    Reading of(Sentence sentence, Findings findings, @Nullable TaskSpec task) {
        var spans = sentence.spans();
        if (!findings.problems.isEmpty()) {
            var offTopic = findings.problems.stream()
                    .filter(Problem.OffTopic.class::isInstance)
                    .findFirst();
            return offTopic.map(problem -> outOfScope(problem.reason(), task, spans))
                    .orElseGet(() -> asked(findings.problems, task, spans));
        }
        if (task == null) {
            return unclear(
                    Said.of(RouterSaying.NO_FIGURE), Said.of(RouterSaying.WHICH_FIGURE), starters(spans), null, spans);
        }
        var confidence = SURE.subtract(PER_ASSUMPTION.multiply(BigDecimal.valueOf(findings.assumptions.size())))
                .max(LEAST);
        return new Reading.Understood(
                task,
                confidence,
                spans,
                findings.assumptions.stream().map(wording::of).toList(),
                Reading.By.RULES);
    }

    // Questions to start with, for somebody who said nothing yet. Who named days or a state must not be offered an
    // option that leaves them out.
    private List<Clarification.Option> starters(List<Span> spans) {
        return spans.isEmpty() ? common(null) : List.of();
    }

    private Reading asked(List<Problem> problems, @Nullable TaskSpec task, List<Span> spans) {
        var problem = problems.getFirst();
        // An option answers one doubt: where there are more, it would settle the others without a word.
        var alone = problems.stream().distinct().count() == 1;
        var options =
                task == null ? starters(spans) : alone ? choices.of(problem, task) : List.<Clarification.Option>of();
        var shown = options.size() < 2
                ? List.<Clarification.Option>of()
                : options.stream().limit(MOST_OPTIONS).toList();
        var question =
                switch (problem) {
                    case Problem.Unknown(var _, var word, var near)
                    when !near.isEmpty() -> Said.of(RouterSaying.WHICH_ONE_BY).text(word);
                    case Problem.Unknown(var _, var word, var _) ->
                        Said.of(RouterSaying.SAY_WITHOUT).text(word);
                    case Problem.BadTime _ -> Said.of(RouterSaying.WHICH_DAYS);
                    default -> problem.reason();
                };
        return unclear(problem.reason(), question, shown, null, spans);
    }

    private Reading outOfScope(Said reason, @Nullable TaskSpec task, List<Span> spans) {
        return new Reading.OutOfScope(wording.of(reason), common(task), UNSURE, spans, Reading.By.RULES);
    }

    /** Questions that can be answered, near to what was asked. */
    private List<Clarification.Option> common(@Nullable TaskSpec near) {
        var period = near == null || near.time() == null
                ? vocabulary.registry().calendar().defaultPeriod(today)
                : near.time();
        return COMMON.stream()
                .filter(metric -> access.metrics().contains(metric)
                        && vocabulary.registry().findMetric(metric).isPresent())
                .limit(3)
                .map(metric -> new Clarification.Option(
                        wording.of(Said.of(RouterSaying.DURING)
                                .metric(metric)
                                .day(period.start())
                                .day(period.end())),
                        TaskSpec.query(List.of(metric), period).build()))
                .toList();
    }

    private Reading unclear(
            Said reason, Said question, List<Clarification.Option> options, @Nullable TaskSpec task, List<Span> spans) {
        return new Reading.Unclear(
                new Clarification(wording.of(question), options),
                wording.of(reason),
                task,
                UNSURE,
                spans,
                Reading.By.RULES);
    }
}
