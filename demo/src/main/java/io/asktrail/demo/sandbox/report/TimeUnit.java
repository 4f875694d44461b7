package io.asktrail.demo.sandbox.report;

/** Whether a report has a row for each day or one for the whole period. */
public enum TimeUnit {
    DAILY,
    SUMMARY
}
