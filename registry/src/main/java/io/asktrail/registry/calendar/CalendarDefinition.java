package io.asktrail.registry.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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

        /**
         * The same day or days in another year, mostly on other dates.
         *
         * @return empty if these are not its days of any year, or the calendar does not know those of that year
         */
        public Optional<Dates> in(int year, LocalDate start, LocalDate end) {
            return dates.contains(new Dates(start, end))
                    ? dates.stream()
                            .filter(days -> days.start().getYear() == year)
                            .findFirst()
                    : Optional.empty();
        }
    }

    /** Both ends included. */
    public record Dates(LocalDate start, LocalDate end) {}

    public CalendarDefinition {
        namedDays = namedDays == null ? List.of() : List.copyOf(namedDays);
    }
}
