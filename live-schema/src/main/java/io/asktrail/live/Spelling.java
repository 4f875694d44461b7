package io.asktrail.live;

import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Names of a source that does not tell capitals apart, spelled as the registry spells them. */
public final class Spelling {
    private final List<TableDefinition> known;

    public Spelling(Collection<TableDefinition> known) {
        this.known = List.copyOf(known);
    }

    public LiveName of(LiveName table) {
        return definition(table)
                .map(same -> new LiveName(same.id().schema(), same.id().table()))
                .orElse(table);
    }

    /** @param table in whatever spelling */
    public String of(LiveName table, String column) {
        return definition(table).stream()
                .flatMap(same -> same.columns().stream())
                .map(ColumnDefinition::name)
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElse(column);
    }

    /** What the registry says of a table, in whatever spelling. */
    public Optional<TableDefinition> definition(LiveName table) {
        return known.stream()
                .filter(candidate -> candidate.id().value().equalsIgnoreCase(table.toString()))
                .findFirst();
    }
}
