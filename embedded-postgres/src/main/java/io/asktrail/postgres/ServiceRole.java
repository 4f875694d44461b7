package io.asktrail.postgres;

import java.util.Locale;

/** As whom the services log in. */
public enum ServiceRole {
    /** Owns the state of the suite: conversations, runs, answers. */
    STATE,
    /** Owns what the router keeps: approved questions, their vectors, what models were paid. */
    ROUTER,
    /** Owns and writes the warehouses and the ads store. */
    LOADER,
    /** Reads the warehouses. */
    SALES,
    /** Reads the ads store. */
    ADS,
    /** Writes the rows of the ads store, and makes no table there. */
    ADS_SYNC;

    public String roleName() {
        return "asktrail_" + name().toLowerCase(Locale.ROOT);
    }
}
