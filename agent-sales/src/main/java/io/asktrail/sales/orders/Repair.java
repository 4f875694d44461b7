package io.asktrail.sales.orders;

/** What is put right in a line, and how the report calls it. */
public enum Repair {
    EMPTY_AMOUNT("without an amount: counted as 0"),
    STATE_SPELLING("states written in the one way the registry has"),
    UNKNOWN_STATE("states that the registry does not know: kept as they are"),
    NO_STATE("without a state: kept, for all-India numbers"),
    CITY_SPELLING("cities written in one way"),
    POSTAL_CODE("postal codes without the .0 behind them"),
    AMOUNT_SPELLING("amounts without thousands separators or with paise rounded");

    private final String meaning;

    Repair(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
