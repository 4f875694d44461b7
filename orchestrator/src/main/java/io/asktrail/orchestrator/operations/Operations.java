package io.asktrail.orchestrator.operations;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.drift.DriftReport;
import io.asktrail.orchestrator.drift.DriftWatch;
import io.asktrail.orchestrator.freshness.FreshnessBoard;
import io.asktrail.orchestrator.freshness.SourceFreshness;
import io.asktrail.orchestrator.operations.OperationsView.Breaker;
import io.asktrail.orchestrator.operations.OperationsView.Failing;
import io.asktrail.orchestrator.operations.OperationsView.Questions;
import io.asktrail.orchestrator.operations.OperationsView.Sync;
import io.asktrail.orchestrator.tools.ToolBreakers;
import io.asktrail.registry.CurrentRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Brings together what operators look at. */
final class Operations {
    private final AuditFigures figures;
    private final AgentProbes agents;
    private final FreshnessBoard freshness;
    private final ToolBreakers breakers;
    private final DriftWatch drift;
    private final CurrentRegistry registries;
    private final Clock clock;

    Operations(
            AuditFigures figures,
            AgentProbes agents,
            FreshnessBoard freshness,
            ToolBreakers breakers,
            DriftWatch drift,
            CurrentRegistry registries,
            Clock clock) {
        this.figures = figures;
        this.agents = agents;
        this.freshness = freshness;
        this.breakers = breakers;
        this.drift = drift;
        this.registries = registries;
        this.clock = clock;
    }

    /** The last so many hours, from the full hour on. */
    OperationsView look(Caller caller, int hours) {
        var to = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var from = to.minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.HOURS);
        return new OperationsView(
                from,
                to,
                new Questions(figures.perHour(from, to)),
                figures.latency(from, to),
                figures.cache(from, to),
                figures.model(from, to),
                agents.ask(caller),
                breakers(),
                sync(caller),
                failing(caller, from, to),
                drift.last().map(DriftReport::differences).orElse(null));
    }

    private List<Breaker> breakers() {
        return registries.get().tools().keySet().stream()
                .map(tool -> new Breaker(tool.value(), breakers.state(tool)))
                .toList();
    }

    private List<Sync> sync(Caller caller) {
        var today = freshness.today();
        return freshness.of(caller).stream()
                .map((SourceFreshness source) ->
                        new Sync(source.label(), source.state(), source.syncedAt(), source.behind(today)))
                .toList();
    }

    // Words of others are shown as far as the operator may see personal data.
    private List<Failing> failing(Caller caller, Instant from, Instant to) {
        var masking = Masking.of(registries.get().accessOf(caller));
        return figures.failing(from, to).stream()
                .map(one -> new Failing(
                        one.answerId(),
                        masking.textOrNull(one.question()),
                        one.status(),
                        one.code(),
                        one.askedAt(),
                        one.sub()))
                .toList();
    }
}
