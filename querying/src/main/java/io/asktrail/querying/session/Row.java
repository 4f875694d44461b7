package io.asktrail.querying.session;

import org.jspecify.annotations.Nullable;

/** One row of a result, as long as it is the latest one; its cells in the order of the select list, each in its field's type. */
@FunctionalInterface
public interface Row {
    /** @param place from 0 */
    @Nullable
    Object get(int place);

    /** @param type the field's own */
    default <T> @Nullable T get(int place, Class<T> type) {
        return type.cast(get(place));
    }

    /**
     * The same cells, for good.
     *
     * @param width how many
     */
    default Row kept(int width) {
        var cells = new @Nullable Object[width];
        for (var place = 0; place < width; place++) {
            cells[place] = get(place);
        }
        return place -> cells[place];
    }
}
