package io.asktrail.live;

import io.asktrail.registry.schema.TableDefinition;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a PostgreSQL database, by its own catalogue: types and rights decide, values only help to guess names. */
public final class PostgresTables implements LiveTables {
    private final CatalogReader catalog;
    private final Sampler sampler;

    public PostgresTables(LiveDatabase database) {
        this.catalog = new CatalogReader(database);
        this.sampler = new Sampler(database);
    }

    @Override
    public LiveSchema read(Collection<TableDefinition> known, int mostTables) {
        var schemas = known.stream().map(table -> table.id().schema()).collect(Collectors.toSet());
        return catalog.readWhatIsThere(schemas, mostTables);
    }

    @Override
    public Optional<Set<String>> values(LiveName table, String column, int most) {
        return sampler.values(table, column, most);
    }
}
