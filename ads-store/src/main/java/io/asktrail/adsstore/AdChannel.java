package io.asktrail.adsstore;

/**
 * Amazon's sponsored ad products, as the store and the registry call them, and how long their figures move: a sale counts
 * for a click up to {@link #attributionDays()} later, and is restated 1, 7 and {@value #LAST_RESTATEMENT} days after that.
 */
public enum AdChannel {
    /** Sponsored Products. */
    SP(7),
    /** Sponsored Brands. */
    SB(14),
    /** Sponsored Display. */
    SD(14);

    private static final int LAST_RESTATEMENT = 28;

    private final int attributionDays;

    AdChannel(int attributionDays) {
        this.attributionDays = attributionDays;
    }

    /** How many days after its click a sale still counts for it. */
    public int attributionDays() {
        return attributionDays;
    }

    /** How old a day is, in days, when Amazon says its last word on it. */
    public int settledAfterDays() {
        return attributionDays + LAST_RESTATEMENT;
    }

    /**
     * Whether Amazon may have said something new of a day since it was asked.
     *
     * @param ageThen how old the day was when it was asked, in days
     * @param ageNow how old it is
     */
    public boolean mayHaveMoved(int ageThen, int ageNow) {
        if (ageThen < attributionDays) {
            return ageNow > ageThen;
        }
        return restatedBetween(1, ageThen, ageNow)
                || restatedBetween(7, ageThen, ageNow)
                || restatedBetween(LAST_RESTATEMENT, ageThen, ageNow);
    }

    private boolean restatedBetween(int daysAfterWindow, int ageThen, int ageNow) {
        var age = attributionDays + daysAfterWindow;
        return ageThen < age && age <= ageNow;
    }
}
