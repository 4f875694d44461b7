package io.asktrail.onboarding.guess;

import io.asktrail.live.LiveColumn;
import io.asktrail.registry.schema.ColumnDefinition.Pii;
import org.jspecify.annotations.Nullable;

/**
 * What a column probably is.
 *
 * @param why the reason, as a sentence's end: "its name says a rate"
 * @param pii what personal data it holds; null if none was seen
 */
public record ColumnGuess(
        LiveColumn column, Role role, String why, @Nullable Pii pii) {
    /** What questions may do with a column. */
    public enum Role {
        /** Names a row, here or elsewhere; counted, never added up. */
        KEY,
        /** Pieces: added up. */
        QUANTITY,
        /** Money in whole units: added up. */
        MONEY,
        /** Money in hundredths: added up and divided by a hundred. */
        CENTS,
        /** A few values that rows are split by. */
        CATEGORY,
        /** What people call a row. */
        NAME,
        DAY,
        /** Personal: counted at most, never shown. */
        PERSONAL,
        /** Kept in the schema, used by nothing: what it means is not sure. */
        UNSURE,
        /** Not kept at all: no question can use its type, or this login may not read it. */
        UNUSABLE
    }

    public String name() {
        return column.name();
    }

    /** Whether its numbers may be added up over rows. */
    public boolean addsUp() {
        return role == Role.QUANTITY || role == Role.MONEY || role == Role.CENTS;
    }

    public boolean isKept() {
        return role != Role.UNUSABLE;
    }

    ColumnGuess as(Role other, String reason) {
        return new ColumnGuess(column, other, reason, pii);
    }
}
