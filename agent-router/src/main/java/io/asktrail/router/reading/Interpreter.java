package io.asktrail.router.reading;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.question.NoSql;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Wording;
import io.asktrail.router.conversation.ClarificationAnswer;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Lexer;
import io.asktrail.router.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one question: the recognisers in their order, then the judge, then the task or what stands in its way. */
public final class Interpreter {
    /** Nobody asks a question of more characters; what is longer is not read in part. */
    private static final int LONGEST = 2_000;

    private static final NoSql NO_SQL = new NoSql();

    private final Vocabulary vocabulary;
    private final Access access;
    private final Wording wording;

    /** @param language that it answers in; questions are read in any */
    public Interpreter(Vocabulary vocabulary, Access access, Language language) {
        this.vocabulary = vocabulary;
        this.access = access;
        wording = new Wording(vocabulary.registry(), language);
    }

    public Reading read(Question question) {
        var replies = new Replies(vocabulary, access, question.today(), wording);
        if (question.text().isBlank()) {
            return replies.empty();
        }
        if (question.text().length() > LONGEST) {
            return replies.tooLong(LONGEST);
        }
        var command = NO_SQL.said(question.text());
        if (command.isPresent()) {
            return replies.refused(command.get());
        }
        return ClarificationAnswer.find(question, vocabulary)
                .<Reading>map(option -> replies.chosen(question.text(), option))
                .orElseGet(() -> readWords(question, replies));
    }

    private Reading readWords(Question question, Replies replies) {
        var findings = new Findings();
        findings.before = task(question.memory()).orElse(null);
        findings.inConversation = findings.before != null;
        findings.asked = question.memory().asked() != null;
        var words = Lexer.read(question.text(), vocabulary, access);
        var sentence = new Sentence(Asides.takeOut(words, vocabulary, question.today()), vocabulary, question.today());
        var afresh = beginsAfresh(sentence);
        if (afresh) {
            findings.before = null;
            findings.inConversation = false;
            findings.asked = false;
        }
        recognise(sentence, findings);
        if (!afresh) {
            OpenQuestion.read(question.memory(), findings);
        }
        var base = task(question.memory())
                .filter(before -> !afresh && followsUp(findings, before))
                .orElse(null);
        new Judge(sentence, findings, vocabulary, access).judge();
        var task = new Assembler(sentence, findings, question.tz(), base).assemble();
        return replies.of(sentence, findings, task);
    }

    private void recognise(Sentence sentence, Findings findings) {
        ContainingWords.read(sentence, findings);
        CurrencyWords.read(sentence, findings);
        IntentWords.read(sentence, findings);
        ForecastWords.read(sentence, findings);
        TimeWords.read(sentence, findings);
        ContrastWords.read(sentence, findings);
        if (findings.before != null) {
            new PointingWords(sentence, findings, vocabulary, access, findings.before).read();
        }
        CorrectionWords.read(sentence, findings);
        MetricWords.read(sentence, findings);
        RatioWords.read(sentence, findings, access);
        DeedWords.read(sentence, findings);
        if (findings.before != null) {
            new SwapWords(sentence, findings, findings.before).read();
        }
        NounWords.read(sentence, findings);
        CorrectionWords.settle(sentence, findings);
        NewCustomers.read(sentence, findings);
        BuyerWords.read(sentence, findings);
        UnsplitWords.read(sentence, findings);
        ExclusionWords.read(sentence, findings);
        ValueWords.read(sentence, findings);
        SendingWords.read(sentence, findings);
        new NearValues(sentence, findings, vocabulary, access).read();
        CountryWords.read(sentence, findings, access);
        BoundWords.read(sentence, findings);
        GroupWords.read(sentence, findings);
        SplitWords.read(sentence, findings);
        LeftOutBounds.read(sentence, findings);
        RankWords.read(sentence, findings);
        PartWords.read(sentence, findings);
        CalculationWords.read(sentence, findings);
        CompareWords.read(sentence, findings);
        VersusWords.read(sentence, findings);
        GrowthWords.read(sentence, findings);
        MetricWords.settle(sentence, findings);
        IntentWords.definition(sentence, findings);
        ScopeWords.read(sentence, findings);
        FollowWords.read(sentence, findings);
        UnsplitWords.settle(sentence, findings);
        LooseWords.read(sentence, findings);
    }

    // "ok, a different question: spend by campaign": nothing that was asked before holds.
    private static boolean beginsAfresh(Sentence sentence) {
        var at = 0;
        var words = sentence.words();
        while (words.isLink(at) || words.is(at, Cue.COMMA)) {
            at++;
        }
        if (!words.is(at, WordKind.AFRESH)) {
            return false;
        }
        sentence.claim(at, "intent", "question");
        return true;
    }

    private static Optional<TaskSpec> task(Memory memory) {
        return Optional.ofNullable(memory.task()).filter(task -> task.intent() != Intent.META_HELP);
    }

    /** A question that names no figure of its own, or begins like one that goes on, changes the task before it. */
    private static boolean followsUp(Findings findings, TaskSpec before) {
        if (findings.help != null || findings.isEmpty()) {
            return false;
        }
        var bounded = new HashSet<@Nullable Object>();
        findings.bounds.forEach(bound -> bounded.add(bound.metric()));
        var named = findings.metricIds().stream()
                .filter(metric -> !bounded.contains(metric))
                .toList();
        var nothingElse = findings.times.isEmpty()
                && findings.kept.isEmpty()
                && findings.groups.isEmpty()
                && findings.leftOut.isEmpty()
                && findings.bounds.isEmpty();
        if (findings.metrics.isEmpty()) {
            return findings.diagnosis == null
                    || findings.diagnosis == Diagnosis.Kind.CHANGE
                    || nothingElse
                    || findings.follow;
        }
        var sameFigure =
                Stream.concat(named.stream(), findings.metricIds().stream()).allMatch(before.metrics()::contains);
        var sortsOnly = findings.sorts
                && named.size() == 1
                && findings.groups.isEmpty()
                && findings.kept.isEmpty()
                && findings.times.isEmpty();
        return findings.follow
                || sortsOnly
                || ranksListed(findings, named, before)
                || (named.isEmpty() && findings.only)
                || (nothingElse
                        && findings.rank == null
                        && findings.diagnosis == null
                        && findings.grain == null
                        && findings.format == null)
                || (findings.diagnosis == Diagnosis.Kind.CHANGE && nothingElse && sameFigure);
    }

    /** "the worst 5 by ROAS" names nothing that could be ranked but what the question before had listed. */
    private static boolean ranksListed(Findings findings, List<MetricId> named, TaskSpec before) {
        return findings.rank != null
                && findings.rank.limit() != null
                && named.size() == 1
                && named.getFirst().equals(findings.rank.metric())
                && findings.groups.isEmpty()
                && findings.kept.isEmpty()
                && findings.times.isEmpty()
                && findings.diagnosis == null
                && before.groupBy().size() == 1;
    }
}
