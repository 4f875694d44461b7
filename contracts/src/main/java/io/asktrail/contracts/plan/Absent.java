package io.asktrail.contracts.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that were left out of the JSON arrive as null and mean "none". */
final class Absent {
    private Absent() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
