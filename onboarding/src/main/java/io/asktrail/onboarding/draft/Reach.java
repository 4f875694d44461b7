package io.asktrail.onboarding.draft;

import io.asktrail.live.LiveName;
import io.asktrail.onboarding.guess.GuessedKey;
import io.asktrail.onboarding.guess.TableGuess;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which tables a fact's keys lead to. */
final class Reach {
    private final Map<LiveName, TableGuess> tables;

    Reach(List<TableGuess> tables) {
        this.tables = tables.stream().collect(Collectors.toMap(TableGuess::name, Function.identity()));
    }

    /** The keys of a table that can be joined along: each leads to the one column that makes a row there. */
    List<GuessedKey> keys(TableGuess table) {
        return table.keys().stream()
                .filter(key -> {
                    var parent = tables.get(key.references());
                    return parent != null && parent.grain().equals(List.of(key.referencedColumn()));
                })
                .toList();
    }

    /** Itself and every table that its keys lead to. */
    Set<LiveName> from(TableGuess fact) {
        var reached = new LinkedHashSet<LiveName>();
        var open = new ArrayDeque<TableGuess>(List.of(fact));
        while (!open.isEmpty()) {
            var here = open.remove();
            if (reached.add(here.name())) {
                keys(here).forEach(key -> {
                    var there = tables.get(key.references());
                    if (there != null) {
                        open.add(there);
                    }
                });
            }
        }
        return reached;
    }
}
