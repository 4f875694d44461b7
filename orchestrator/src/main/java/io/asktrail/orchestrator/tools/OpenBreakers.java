package io.asktrail.orchestrator.tools;

import java.time.Instant;
import java.util.Optional;

/** Which tools are left alone just now, by all orchestrators together. */
interface OpenBreakers {
    /** Told by the one who noticed. Must not keep the question waiting. */
    void opened(String tool, Instant until);

    /** Until when a tool is left alone; empty if it is not, as far as is known here. */
    Optional<Instant> openUntil(String tool);

    /** Of an orchestrator that has no others. */
    static OpenBreakers ofOneProcess() {
        return new OpenBreakers() {
            @Override
            public void opened(String tool, Instant until) {}

            @Override
            public Optional<Instant> openUntil(String tool) {
                return Optional.empty();
            }
        };
    }
}
