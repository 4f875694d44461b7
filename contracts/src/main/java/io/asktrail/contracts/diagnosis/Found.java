package io.asktrail.contracts.diagnosis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a row of findings is where it is no single member: the code in {@link FindingColumns#FOUND}. What it is about, if
 * anything, stands where the member would.
 */
public enum Found {
    /** Rows without a member. */
    NOBODY,
    /** All members that have no row of their own; how many they are. */
    OTHERS,
    /** What members that overlap count more than once. */
    COUNTED_TWICE,
    /** What belongs to no row that was seen. */
    NOWHERE,
    /** A metric that another is the product of, by its id. */
    FACTOR,
    /** One metric for each of another, which has no name of its own: both ids with a stroke between. */
    FACTOR_OF_TWO,
    WITHOUT_AD,
    REFUNDED,
    ONLY_BOOKED,
    ONLY_ATTRIBUTED,
    ATTRIBUTION_WINDOW;

    /** As it stands in a cell. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for the empty cell of a member's row. */
    public static Optional<Found> of(String cell) {
        return Arrays.stream(values())
                .filter(found -> found.code().equals(cell))
                .findFirst();
    }
}
