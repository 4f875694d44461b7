package io.asktrail.demo.world;

import java.time.LocalDate;
import java.time.MonthDay;

/** When a campaign runs. It follows from the calendar, so that a day never depends on where the data end. */
public sealed interface Flight {

    boolean runsOn(LocalDate day);

    /** What Amazon would call the campaign on that day. */
    String status(LocalDate day);

    /** Runs every day. */
    record Always() implements Flight {
        @Override
        public boolean runsOn(LocalDate day) {
            return true;
        }

        @Override
        public String status(LocalDate day) {
            return "enabled";
        }
    }

    /** Runs in the same season of every year and is archived outside it. */
    record Yearly(MonthDay from, MonthDay to) implements Flight {
        @Override
        public boolean runsOn(LocalDate day) {
            return Season.within(day, from, to);
        }

        @Override
        public String status(LocalDate day) {
            return runsOn(day) ? "enabled" : "archived";
        }
    }

    /** Runs in the five weeks before Diwali and the three days after it. */
    record Festive() implements Flight {
        @Override
        public boolean runsOn(LocalDate day) {
            return Season.diwali(day.getYear())
                    .filter(diwali -> !day.isBefore(diwali.minusDays(35)) && !day.isAfter(diwali.plusDays(3)))
                    .isPresent();
        }

        @Override
        public String status(LocalDate day) {
            return runsOn(day) ? "enabled" : "archived";
        }
    }

    /** Runs for sixty days, is paused for sixty, and so on. */
    record Blocks(int phase) implements Flight {
        @Override
        public boolean runsOn(LocalDate day) {
            return (day.toEpochDay() / 60 + phase) % 2 == 0;
        }

        @Override
        public String status(LocalDate day) {
            return runsOn(day) ? "enabled" : "paused";
        }
    }

    static Flight named(String name, int number) {
        return switch (name) {
            case "always" -> new Always();
            case "blocks" -> new Blocks(number % 2);
            case "diwali" -> new Festive();
            case "summer" -> new Yearly(MonthDay.of(4, 1), MonthDay.of(6, 15));
            case "school" -> new Yearly(MonthDay.of(5, 25), MonthDay.of(7, 10));
            case "monsoon" -> new Yearly(MonthDay.of(6, 20), MonthDay.of(9, 15));
            case "independence" -> new Yearly(MonthDay.of(8, 1), MonthDay.of(8, 17));
            case "wedding" -> new Yearly(MonthDay.of(11, 10), MonthDay.of(2, 20));
            case "republic" -> new Yearly(MonthDay.of(1, 8), MonthDay.of(1, 28));
            default -> throw new IllegalArgumentException("no flight is called " + name);
        };
    }
}
