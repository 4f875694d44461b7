package io.asktrail.registry;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.schema.ForeignKey;
import io.asktrail.registry.schema.TableId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How a fact table has a dimension. Foreign keys lead from many rows to one, so following them multiplies nothing.
 *
 * @param hops the keys to follow from the fact table, nearest first; empty if the fact table has the column itself
 */
public record DimensionPath(List<Hop> hops, Binding binding) {
    /** One foreign key, with the table that has it. */
    public record Hop(TableId from, ForeignKey key) {}

    public DimensionPath {
        hops = List.copyOf(hops);
    }

    /** The shortest way; among equally short ones the first as the files are written. */
    static Optional<DimensionPath> find(Registry registry, TableId fact, DimensionId dimension) {
        var bindings = registry.dimension(dimension).columns();
        var open = new ArrayDeque<Reached>();
        var seen = new HashSet<TableId>();
        open.add(new Reached(fact, List.of()));
        while (!open.isEmpty()) {
            var here = open.remove();
            if (!seen.add(here.table)) {
                continue;
            }
            var binding = bindings.stream()
                    .filter(candidate -> candidate.table().equals(here.table))
                    .findFirst();
            if (binding.isPresent()) {
                return Optional.of(new DimensionPath(here.hops, binding.get()));
            }
            var table = registry.tables().get(here.table);
            // Only while files are being checked can a key lead to a table that none defines; it leads nowhere then.
            for (var key : table == null ? List.<ForeignKey>of() : table.foreignKeys()) {
                var hops = new ArrayList<>(here.hops);
                hops.add(new Hop(here.table, key));
                open.add(new Reached(key.references(), hops));
            }
        }
        return Optional.empty();
    }

    private record Reached(TableId table, List<Hop> hops) {}
}
