package io.asktrail.demo.orders;

import io.asktrail.demo.world.Dice;
import io.asktrail.demo.world.Season;
import io.asktrail.demo.world.Stream;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who orders on a day. A customer's number holds the day of the first order, and how many begin on a day follows from
 * that day alone; so any later day can name somebody who has really ordered before, without looking at other days.
 */
final class Customers {
    private static final LocalDate EPOCH = LocalDate.of(2015, 1, 1);
    private static final long NUMBERS_A_DAY = 100_000;
    private static final double ORDERS_A_DAY = 130;
    private static final double NEW_SHARE = 0.36;
    private static final LocalDate ORDINARY_SIZE_ON = LocalDate.of(2025, 7, 1);
    private static final double GROWTH_A_YEAR = 0.06;
    private static final int LONGEST_ABSENCE_DAYS = 540;

    private final World world;
    private final Map<LocalDate, Integer> newByDay = new ConcurrentHashMap<>();

    Customers(World world) {
        this.world = world;
    }

    int ordersOn(LocalDate day) {
        var dice = Stream.ORDERS_OF_DAY.dice(world.seed(), day.toEpochDay());
        double years = (day.toEpochDay() - ORDINARY_SIZE_ON.toEpochDay()) / 365.0;
        double expected = ORDERS_A_DAY * Math.max(0.5, 1 + GROWTH_A_YEAR * years) * Season.demand(day);
        return dice.roundedAround(expected * world.appetite(day) * world.scale() * dice.between(0.93, 1.07));
    }

    int newOn(LocalDate day) {
        return newByDay.computeIfAbsent(day, this::drawnNew);
    }

    private int drawnNew(LocalDate day) {
        var dice = Stream.NEW_CUSTOMERS.dice(world.seed(), day.toEpochDay());
        return (int) Math.round(ordersOn(day) * NEW_SHARE * dice.between(0.9, 1.1));
    }

    long newcomer(LocalDate day, int number) {
        return (day.toEpochDay() - EPOCH.toEpochDay()) * NUMBERS_A_DAY + number + 1;
    }

    /** Somebody whose first order is older than this day: most often a recent and a loyal one. */
    long returning(LocalDate day, Dice dice) {
        while (true) {
            double u = dice.fraction();
            var first = day.minusDays(1 + (long) (u * u * LONGEST_ABSENCE_DAYS));
            int known = newOn(first);
            if (known > 0) {
                double loyalty = dice.fraction();
                return newcomer(first, (int) (loyalty * loyalty * known));
            }
        }
    }
}
