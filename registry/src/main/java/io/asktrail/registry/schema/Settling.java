package io.asktrail.registry.schema;

import java.util.List;

/**
 * For how long a source may restate numbers it has given.
 *
 * @param columns whose numbers
 * @param channels of which ad channels; empty for all rows
 * @param days a day's numbers may move until so many days have passed since
 */
public record Settling(List<String> columns, List<String> channels, int days) {
    public Settling {
        columns = List.copyOf(columns);
        channels = channels == null ? List.of() : List.copyOf(channels);
    }
}
