package io.asktrail.demo.world;

import java.time.LocalDate;

/**
 * Something that went wrong on purpose, so that whoever looks for anomalies and causes has some to find. {@code subject}
 * is a campaign's name, a category or a brand, by {@code kind}; the days are inclusive; {@code factor} is what the
 * kind multiplies.
 */
public record Incident(Kind kind, String subject, LocalDate from, LocalDate to, double factor) {

    /** What can go wrong. */
    public enum Kind {
        /** A Sponsored Brands campaign got a budget several times too high and spent it, for little more sales. */
        SPEND_SPIKE,
        /** A category converts badly: fewer orders from as many clicks. */
        CONVERSION_DROP,
        /** A brand's orders come back: the factor is the share of its lines that is refunded. */
        REFUND_WAVE
    }

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean concerns(Kind otherKind, String otherSubject) {
        return kind == otherKind && subject.equals(otherSubject);
    }
}
