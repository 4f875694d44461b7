package io.asktrail.onboarding;

import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.live.PostgresTables;
import io.asktrail.live.drift.DriftFinder;
import io.asktrail.registry.Registry;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Holds a registry against its databases, and says what no longer fits in a way that a build can act on. */
public final class DriftCheck {
    /** Nothing that a question could fail for. */
    public static final int SAME = 0;
    /** Something that questions fail for, or anything at all if that is asked for. */
    public static final int DRIFTED = 6;

    private final Registry registry;
    private final PrintStream out;
    private final boolean strict;

    /** @param strict whether what is new in a database counts, too */
    public DriftCheck(Registry registry, PrintStream out, boolean strict) {
        this.registry = registry;
        this.out = out;
        this.strict = strict;
    }

    /**
     * Looks at every database of PostgreSQL's.
     *
     * @param databases by the connection that the registry names
     * @return {@link #SAME} or {@link #DRIFTED}
     * @throws io.asktrail.live.DatabaseUnusable if one cannot be entered
     */
    public int run(Map<String, JdbcLogin> databases) {
        var found = new ArrayList<SchemaDrift>();
        databases.forEach((connection, login) -> {
            try (var database = login.open()) {
                found.addAll(new DriftFinder(registry, connection).find(new PostgresTables(database)));
            }
        });
        return tell(databases.keySet(), found);
    }

    /**
     * Says what was found in sources that somebody else looked at.
     *
     * @param connections all that were looked at
     * @return {@link #SAME} or {@link #DRIFTED}
     */
    public int tell(Set<String> connections, List<SchemaDrift> found) {
        found.forEach(this::print);
        var breaking = found.stream()
                .filter(difference -> difference.kind().isBreaking())
                .count();
        out.printf(
                "%d tables of the registry were compared: %d differences, %d of them break answers.%n",
                registry.tables().values().stream()
                        .filter(table -> connections.contains(table.connection()))
                        .count(),
                found.size(),
                breaking);
        return breaking > 0 || (strict && !found.isEmpty()) ? DRIFTED : SAME;
    }

    private void print(SchemaDrift difference) {
        out.printf(
                "%s %s%s%n",
                difference.kind().isBreaking() ? "BREAKS" : "new   ", difference.sentence(), affected(difference));
    }

    private static String affected(SchemaDrift difference) {
        List<String> named = Stream.concat(
                        difference.metrics().stream().map(String::valueOf),
                        difference.dimensions().stream().map(String::valueOf))
                .toList();
        return named.isEmpty() ? "" : " Lost for it: %s.".formatted(String.join(", ", named));
    }
}
