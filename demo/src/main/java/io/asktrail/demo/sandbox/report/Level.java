package io.asktrail.demo.sandbox.report;

/** What a report has one row for, a day or a period. */
enum Level {
    CAMPAIGN,
    PLACEMENT,
    PRODUCT,
    TARGET,
    SEARCH_TERM
}
