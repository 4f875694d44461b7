package io.asktrail.live;

import java.util.List;

/** A foreign key: columns here that name a row there. Several columns make one key together, in the same order. */
public record LiveKey(List<String> columns, LiveName references, List<String> referencedColumns) {
    public LiveKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
