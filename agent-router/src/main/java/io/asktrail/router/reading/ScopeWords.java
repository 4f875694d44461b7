package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Scope;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads values that narrow single figures only: "net sales in Delhi with ad spend from SB". */
final class ScopeWords {
    private final Words words;
    private final Findings findings;

    private ScopeWords(Sentence sentence, Findings findings) {
        this.findings = findings;
        words = sentence.words();
    }

    static void read(Sentence sentence, Findings findings) {
        if (findings.metricIds().size() > 1 && !findings.kept.isEmpty() && findings.comparedDimension == null) {
            new ScopeWords(sentence, findings).read();
        }
    }

    private void read() {
        var uses = findings.metrics;
        if (leading()) {
            return;
        }
        for (var n = 1; n < uses.size(); n++) {
            var first = firstOfList(n);
            var lastOfList = n == uses.size() - 1 || !isListed(n);
            var own = lastOfList && first > 0 ? attachedTo(uses.get(n).at()) : List.<Findings.Kept>of();
            if (own.isEmpty()) {
                continue;
            }
            narrow(
                    uses.subList(first, n + 1).stream()
                            .map(Findings.MetricUse::metric)
                            .distinct()
                            .toList(),
                    own);
        }
        narrowTheFirstToo();
        narrowWhatLeads();
    }

    // "SB spend against net sales in Gujarat": once one figure is narrowed, what leads the first is its own.
    private void narrowWhatLeads() {
        var first = findings.metrics.getFirst();
        var own = findings.kept.stream()
                .filter(kept -> kept.at() == first.at() - 1)
                .toList();
        if (!findings.scopes.isEmpty() && !own.isEmpty()) {
            narrow(List.of(first.metric()), own);
        }
    }

    // "SB spend and SP clicks", "orders and SB spend": a value right before a figure that is not the first.
    private boolean leading() {
        var own = new LinkedHashMap<MetricId, Findings.Kept>();
        for (var use : findings.metrics) {
            findings.kept.stream()
                    .filter(kept -> kept.at() == use.at() - 1)
                    .findFirst()
                    .ifPresent(kept -> own.put(use.metric(), kept));
        }
        var first = own.remove(findings.metrics.getFirst().metric());
        var told = own.values().stream()
                .anyMatch(kept -> first == null || kept.dimension().equals(first.dimension()));
        if (own.isEmpty() || !told || hasListBefore(own.values())) {
            return false;
        }
        own.forEach((metric, kept) -> narrow(List.of(metric), List.of(kept)));
        narrowTheFirstToo();
        return true;
    }

    // "Delhi and Goa orders": the values are one list.
    private boolean hasListBefore(Collection<Findings.Kept> own) {
        return own.stream()
                .anyMatch(kept -> words.isAny(kept.at() - 1, Cue.AND, Cue.OR, Cue.COMMA)
                        && findings.kept.stream()
                                .anyMatch(other -> other.at() == kept.at() - 2
                                        && other.dimension().equals(kept.dimension())));
    }

    // Whether the metric after this one belongs to the same list.
    private boolean isListed(int n) {
        return isJoined(
                findings.metrics.get(n).at(), findings.metrics.get(n + 1).at());
    }

    private int firstOfList(int n) {
        var first = n;
        while (first > 0
                && isJoined(
                        findings.metrics.get(first - 1).at(),
                        findings.metrics.get(first).at())) {
            first--;
        }
        return first;
    }

    // "clicks and spend" is one list; "net sales with spend" and "net sales in Delhi and spend" are two clauses.
    private boolean isJoined(int a, int b) {
        for (var i = a + 1; i < b; i++) {
            var list = words.isAny(i, Cue.AND, Cue.COMMA, Cue.HOW_MANY) || words.isLink(i);
            if (!list || (words.is(i, Cue.WITH) && !words.is(i, Cue.AND))) {
                return false;
            }
        }
        return true;
    }

    private List<Findings.Kept> attachedTo(int metric) {
        var found = new ArrayList<Findings.Kept>();
        var at = metric + 1;
        while (words.has(at)) {
            var place = at;
            var kept = findings.kept.stream().filter(use -> use.at() == place).findFirst();
            if (kept.isPresent()) {
                found.add(kept.get());
            } else if (words.isAny(at, Cue.COMMA) && found.isEmpty()
                    || !(words.isLink(at)
                            || words.is(at, Cue.AND)
                            || words.dimension(at).isPresent())) {
                break;
            }
            at++;
        }
        return found;
    }

    private void narrow(List<MetricId> metrics, List<Findings.Kept> own) {
        var values = new LinkedHashMap<DimensionId, List<String>>();
        own.forEach(kept ->
                values.computeIfAbsent(kept.dimension(), _ -> new ArrayList<>()).add(kept.value()));
        findings.scopes.add(new Scope(metrics, Entities.of(values)));
        findings.kept.removeAll(own);
        findings.assumptions.add(Said.of(metrics.size() == 1 ? RouterSaying.NARROWED_ONE : RouterSaying.NARROWED_MANY)
                .metrics(List.copyOf(metrics))
                .text(String.join(", ", own.stream().map(Findings.Kept::value).toList())));
    }

    // "spend in Gujarat and net sales in Delhi": the same dimension with other values holds for its own figure alone.
    private void narrowTheFirstToo() {
        var narrowed = findings.scopes.stream()
                .flatMap(scope -> scope.entities().kept().keySet().stream())
                .toList();
        var clashing = findings.kept.stream()
                .filter(kept -> narrowed.contains(kept.dimension()))
                .toList();
        if (!clashing.isEmpty()) {
            var scoped = findings.scopes.stream()
                    .flatMap(scope -> scope.metrics().stream())
                    .toList();
            narrow(
                    findings.metricIds().stream()
                            .filter(metric -> !scoped.contains(metric))
                            .toList(),
                    clashing);
        }
    }
}
