package io.asktrail.demo;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What an extension did. The two dates are what the databases hold now; {@code daysAdded} counts a day once in each
 * database, {@code rowsAdded} and {@code rowsPruned} the rows of all fact tables.
 */
public record DemoReport(
        LocalDate from, LocalDate until, int daysAdded, long rowsAdded, long rowsPruned, Duration took) {}
