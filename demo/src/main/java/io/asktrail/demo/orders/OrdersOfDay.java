package io.asktrail.demo.orders;

import io.asktrail.demo.orders.OrderLine.CustomerType;
import io.asktrail.demo.orders.OrderLine.Order;
import io.asktrail.demo.orders.OrderLine.SalesChannel;
import io.asktrail.demo.world.Dice;
import io.asktrail.demo.world.Product;
import io.asktrail.demo.world.Stream;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes the order lines of a day. */
public final class OrdersOfDay {
    private static final int SECONDS_A_DAY = 86_400;
    private static final double AMAZON = 0.62;
    private static final double FLIPKART = 0.26;

    private final World world;
    private final Customers customers;
    private final Attribution attribution;

    public OrdersOfDay(World world) {
        this.world = world;
        this.customers = new Customers(world);
        this.attribution = new Attribution(world);
    }

    /** The lines in the order of their keys; they depend on the seed, the scale and the day alone. */
    public List<OrderLine> on(LocalDate day) {
        int newcomers = customers.newOn(day);
        int orders = Math.max(newcomers, customers.ordersOn(day));
        var demand = world.demand(day);
        var outcome = new Outcome(world, day);
        var lines = new ArrayList<OrderLine>();
        for (int number = 0; number < orders; number++) {
            var dice = Stream.ORDER.dice(world.seed(), day.toEpochDay(), number);
            var order = number < newcomers
                    ? order(day, number, customers.newcomer(day, number), CustomerType.NEW, dice)
                    : order(day, number, customers.returning(day, dice), CustomerType.RETURNING, dice);
            addLines(order, demand, outcome, dice, lines);
        }
        return lines;
    }

    private Order order(LocalDate day, int number, long customer, CustomerType type, Dice dice) {
        var home = world.home(customer);
        var channel = salesChannel(dice);
        return new Order(
                "%s-%06d-%07d".formatted(prefix(channel), day.toEpochDay(), number + 1),
                day,
                LocalTime.ofSecondOfDay(timeOfDay(dice)),
                customer,
                type,
                home.geo(),
                home.city(),
                channel,
                fulfilment(channel, dice));
    }

    private void addLines(
            Order order, Function<Dice, Product> demand, Outcome outcome, Dice dice, List<OrderLine> lines) {
        boolean cancelled = outcome.cancelsOrder(dice);
        int lineNo = 0;
        for (var product : basket(demand, dice)) {
            var campaign = attribution.campaign(order, product, dice);
            lines.add(outcome.line(order, ++lineNo, product, campaign, cancelled, dice));
        }
    }

    private static Set<Product> basket(Function<Dice, Product> demand, Dice dice) {
        int wanted = 1;
        while (wanted < 5 && dice.chance(0.27)) {
            wanted++;
        }
        var basket = new LinkedHashSet<Product>();
        while (basket.size() < wanted) {
            basket.add(demand.apply(dice));
        }
        return basket;
    }

    private static SalesChannel salesChannel(Dice dice) {
        double point = dice.fraction();
        if (point < AMAZON) {
            return SalesChannel.AMAZON;
        }
        return point < AMAZON + FLIPKART ? SalesChannel.FLIPKART : SalesChannel.WEBSITE;
    }

    private static String prefix(SalesChannel channel) {
        return switch (channel) {
            case AMAZON -> "405";
            case FLIPKART -> "OD";
            case WEBSITE -> "WEB";
        };
    }

    private static String fulfilment(SalesChannel channel, Dice dice) {
        return switch (channel) {
            case AMAZON -> dice.chance(0.68) ? "FBA" : "Easy Ship";
            case FLIPKART, WEBSITE -> "Self Ship";
        };
    }

    /** Few order in the small hours: the mean of two draws, moved towards the evening. */
    private static int timeOfDay(Dice dice) {
        int second = (dice.below(SECONDS_A_DAY) + dice.below(SECONDS_A_DAY)) / 2 + 3 * 3_600;
        return second % SECONDS_A_DAY;
    }
}
