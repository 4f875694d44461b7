package io.asktrail.live;

import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.registry.schema.TableDefinition;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What a source holds, as a registry can be held against it: one way to look for each kind of source. */
public interface LiveTables {
    /**
     * Reads the tables of all schemas that hold a known table; a schema that is not there or is closed holds nothing.
     *
     * @param known what the registry says; where a source does not tell capitals apart, its names are spelled as these
     * @param mostTables how many tables are worth it
     * @throws DatabaseUnusable if there are more tables than that
     * @throws org.jooq.exception.DataAccessException if the source does not answer
     */
    LiveSchema read(Collection<TableDefinition> known, int mostTables);

    /** What to do about such a difference, as words that go on after a semicolon; empty if it speaks for itself. */
    default Optional<String> advice(SchemaDrift.Kind kind, TableDefinition table) {
        return Optional.empty();
    }

    /** The values of a column, of {@code most} at most; empty if that could not be seen in time. */
    Optional<Set<String>> values(LiveName table, String column, int most);
}
