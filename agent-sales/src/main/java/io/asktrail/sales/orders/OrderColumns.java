package io.asktrail.sales.orders;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a file's header puts the fields: by name, so that a column more or another order does no harm. */
record OrderColumns(OrderFormat format, Map<OrderField, Integer> places, int width) {
    OrderColumns {
        places = Map.copyOf(places);
    }

    /** What a line tells of a field; null if it is empty or the form does not have it. */
    @Nullable
    String text(List<String> line, OrderField field) {
        @Nullable Integer place = places.get(field);
        if (place == null || place >= line.size()) {
            return null;
        }
        var text = line.get(place).strip();
        return text.isEmpty() ? null : text;
    }

    /** Fields behind the last one that is needed may be missing: some programs leave empty ends of lines out. */
    boolean fits(List<String> line) {
        return line.size() <= width && line.size() > Collections.max(places.values());
    }
}
