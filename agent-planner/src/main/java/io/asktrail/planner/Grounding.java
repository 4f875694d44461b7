package io.asktrail.planner;

import io.asktrail.contracts.result.Note;
import io.asktrail.planner.Sourcing.Sourced;
import io.asktrail.registry.Registry;
import java.util.List;

/** A task whose every number has a source that can be joined with the others, or why there is none. */
sealed interface Grounding permits Grounding.Grounded, Draft.Turned {

    static Grounding of(Wanted wanted, Registry registry) {
        return switch (new SourceFinder(registry).find(wanted)) {
            case Sourcing.NoPath noPath -> new NoPathExplanation(registry, wanted).explain(noPath);
            case Sourced sourced ->
                new JoinChecks(wanted)
                        .firstObjection(sourced)
                        .or(() -> new ExchangeChecks(registry, wanted).firstObjection(sourced))
                        .<Grounding>map(turned -> turned)
                        .orElseGet(() -> new Grounded(wanted, sourced));
        };
    }

    record Grounded(Wanted wanted, Sourced sourced) implements Grounding {
        PlanWriter writer(Registry registry) {
            return new PlanWriter(registry, wanted, sourced);
        }

        List<Note> notes(Registry registry) {
            return new PlanNotes(registry, wanted).of(sourced);
        }
    }
}
