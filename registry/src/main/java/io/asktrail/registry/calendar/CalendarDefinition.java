package io.asktrail.registry.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;

/**
 * The calendar of the business.
 *
 * @param defaultDays how many complete days a question without a period means
 * @param namedDays festivals and sales, with their dates
 */
public record CalendarDefinition(
        ZoneId tz,
        @JsonProperty("week_start") DayOfWeek weekStart,
        @JsonProperty("fiscal_year_start") Month fiscalYearStart,
        @JsonProperty("default_days") int defaultDays,
        @JsonProperty("named_days") List<NamedDay> namedDays) {
    /** A day, or several in a row, that people call by name; one entry of {@code dates} a year. */
    public record NamedDay(String name, List<String> aliases, List<Dates> dates) {
        public NamedDay {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
            dates = List.copyOf(dates);
        }
    }

    /** Both ends included. */
    public record Dates(LocalDate start, LocalDate end) {}

    public CalendarDefinition {
        namedDays = namedDays == null ? List.of() : List.copyOf(namedDays);
    }
}
