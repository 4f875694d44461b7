package io.asktrail.router.reading;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.task.Export;
import io.asktrail.contracts.task.Help;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what kind of thing is wanted: a file, a reason, an explanation, or figures. */
final class IntentWords {
    private static final Map<Cue, Help.Topic> TOPICS = Map.of(
            Cue.CATALOGUE, Help.Topic.CATALOGUE,
            Cue.EXAMPLES, Help.Topic.EXAMPLES,
            Cue.FRESHNESS, Help.Topic.FRESHNESS,
            Cue.CALENDAR_HELP, Help.Topic.CALENDAR);

    private static final String APOSTROPHES = "'’";

    private IntentWords() {}

    static void read(Sentence sentence, Findings findings) {
        help(sentence, findings);
        DiagnosisWords.read(sentence, findings);
        export(sentence, findings);
    }

    private static void help(Sentence sentence, Findings findings) {
        for (var i = 0; i < sentence.size(); i++) {
            for (var topic : TOPICS.entrySet()) {
                if (sentence.isFree(i) && sentence.words().is(i, topic.getKey())) {
                    findings.help = new Help(topic.getValue(), null);
                    sentence.claim(i, "intent", "meta.help");
                }
            }
        }
    }

    /**
     * Explains one metric or dimension if nothing but it was asked for: no days, no values, nobody's own figure.
     * Called when names have been read.
     */
    static void definition(Sentence sentence, Findings findings) {
        var words = sentence.words();
        var start = afterPoliteness(words);
        var asksBare = words.is(start, WordKind.WHAT_IS_IT)
                || words.is(start, Cue.WHAT_IS)
                        && words.at(start).text().chars().anyMatch(sign -> APOSTROPHES.indexOf(sign) >= 0);
        var own = words.lexemes().stream().anyMatch(word -> word.is(WordKind.OWN));
        var asks = firstFree(sentence, Cue.DEFINE) >= 0 || firstFree(sentence, Cue.MEANS) >= 0 || (asksBare && !own);
        var onlyNames = findings.times.isEmpty()
                && findings.kept.isEmpty()
                && findings.bounds.isEmpty()
                && findings.rank == null
                && findings.diagnosis == null
                && findings.format == null
                && isBare(findings);
        softHelp(sentence, findings);
        catalogue(sentence, findings);
        if (onlyNames) {
            ExplainWords.read(sentence, findings);
        }
        if (!asks || !onlyNames || findings.help != null || words.hasCue(Cue.MOVED) || words.hasCue(Cue.COMPARE)) {
            // "is mahine ka ROAS kya hai" asks for the figure.
            claimKinds(sentence, WordKind.IS_WHAT, "question");
            return;
        }
        var named = named(findings);
        if (named == null) {
            claimKinds(sentence, WordKind.IS_WHAT, "question");
            return;
        }
        findings.help = new Help(findings.metrics.isEmpty() ? Help.Topic.DIMENSION : Help.Topic.METRIC, named);
        claimAll(sentence, Cue.DEFINE, "meta.help");
        claimAll(sentence, Cue.MEANS, "meta.help");
        claimAll(sentence, Cue.WHAT_IS, "meta.help");
    }

    // "what is daily spend" asks for figures
    static boolean isBare(Findings findings) {
        return findings.grain == null
                && !findings.trend
                && findings.compareKind == null
                && findings.compared == null
                && findings.calculations.isEmpty()
                && findings.leftOut.isEmpty()
                && findings.containing.isEmpty()
                && findings.countOf == null;
    }

    // "please, can you tell me what is ACOS" begins with "what is".
    private static int afterPoliteness(Words words) {
        var at = 0;
        while (words.has(at)
                && !words.is(at, WordKind.WHAT)
                && (words.at(at).filler() || words.isAny(at, Cue.COMMA, Cue.POLITE, Cue.DASH))) {
            at++;
        }
        return at;
    }

    // "help me see spend in July" asks for the spend.
    private static void softHelp(Sentence sentence, Findings findings) {
        if (findings.help == null || findings.metrics.isEmpty()) {
            return;
        }
        var soft = sentence.words().lexemes().stream()
                .filter(word -> TOPICS.keySet().stream().anyMatch(word::is))
                .allMatch(word -> word.is(WordKind.SOFT_HELP));
        if (soft) {
            findings.help = null;
        } else {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.EXPLANATION_OR_FIGURE)));
        }
    }

    // "which metrics can I ask for": names of kinds of things, and nothing that is one.
    private static void catalogue(Sentence sentence, Findings findings) {
        var asked = firstFree(sentence, Cue.CATALOGUE_NOUN);
        // "explain that metric": the one of the answer before
        var ofBefore = findings.before != null && sentence.words().hasCue(Cue.THAT);
        if (findings.help == null && !ofBefore && asked >= 0 && findings.isEmpty() && findings.times.isEmpty()) {
            findings.help = new Help(Help.Topic.CATALOGUE, null);
            claimAll(sentence, Cue.CATALOGUE_NOUN, "meta.help");
            claimAll(sentence, Cue.CATALOGUE_VERB, "meta.help");
        }
    }

    static void claimKinds(Sentence sentence, WordKind kind, String id) {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, kind)) {
                sentence.claim(i, "intent", id);
            }
        }
    }

    private static @Nullable FieldId named(Findings findings) {
        if (findings.metricIds().size() == 1 && findings.groups.isEmpty()) {
            return FieldId.of(findings.metricIds().getFirst());
        }
        return findings.metrics.isEmpty() && findings.groups.size() == 1
                ? FieldId.of(findings.groups.getFirst().dimension())
                : null;
    }

    private static void export(Sentence sentence, Findings findings) {
        format(sentence, findings, Cue.CSV, Export.Format.CSV);
        format(sentence, findings, Cue.XLSX, Export.Format.XLSX);
        format(sentence, findings, Cue.PARQUET, Export.Format.PARQUET);
        var asked = firstFree(sentence, Cue.EXPORT);
        if (asked >= 0 && findings.format == null) {
            findings.format = Export.Format.CSV;
            findings.assumptions.add(Said.of(RouterSaying.NO_FORMAT));
        }
        if (findings.format != null) {
            claimAll(sentence, Cue.EXPORT, "data.export");
        }
    }

    private static void format(Sentence sentence, Findings findings, Cue cue, Export.Format format) {
        var at = firstFree(sentence, cue);
        if (at < 0) {
            return;
        }
        // "a spreadsheet (xlsx)" names one format twice, "csv or xlsx" two formats.
        if (findings.format != null && findings.format != format) {
            if (sentence.words().is(at, Cue.EXPORT)) {
                sentence.claim(at, "export", findings.format.name());
                return;
            }
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.ONE_FORMAT)));
        }
        findings.format = format;
        claimAll(sentence, cue, format.name().toLowerCase(Locale.ROOT));
        if (sentence.isFree(at + 1) && sentence.words().is(at + 1, WordKind.PULLING)) {
            sentence.claim(at + 1, "intent", "data.export");
        }
    }

    static int firstFree(Sentence sentence, Cue cue) {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, cue)) {
                return i;
            }
        }
        return -1;
    }

    static void claimAll(Sentence sentence, Cue cue, String id) {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)
                    && sentence.words().is(i, cue)
                    && sentence.words().metrics(i).isEmpty()) {
                sentence.claim(i, "intent", id);
            }
        }
    }
}
