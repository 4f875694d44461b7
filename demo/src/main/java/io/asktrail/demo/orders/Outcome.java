package io.asktrail.demo.orders;

import io.asktrail.demo.orders.OrderLine.Order;
import io.asktrail.demo.orders.OrderLine.Status;
import io.asktrail.demo.world.Dice;
import io.asktrail.demo.world.Incident;
import io.asktrail.demo.world.Product;
import io.asktrail.demo.world.Season;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is charged for a line and what becomes of it. */
final class Outcome {
    private static final double ORDER_CANCELLED = 0.075;
    private static final double LINE_CANCELLED = 0.006;
    private static final double RETURNED = 0.045;
    private static final double PARTLY_REFUNDED = 0.015;
    private static final double STILL_SHIPPED = 0.18;

    private final World world;
    private final LocalDate day;
    private final boolean sale;

    Outcome(World world, LocalDate day) {
        this.world = world;
        this.day = day;
        this.sale = Season.isSale(day);
    }

    boolean cancelsOrder(Dice dice) {
        return dice.chance(ORDER_CANCELLED);
    }

    OrderLine line(
            Order order, int lineNo, Product product, @Nullable Long campaign, boolean orderCancelled, Dice dice) {
        int quantity = dice.chance(0.14) ? dice.between(2, 3) : 1;
        long amount = unitPrice(product, dice) * quantity;
        var status = orderCancelled ? Status.CANCELLED : status(product, dice);
        return new OrderLine(
                order,
                lineNo,
                product.sku(),
                campaign,
                status,
                quantity,
                amount,
                refund(status, amount, dice),
                product.unitCostPaise() * quantity);
    }

    /** Whole rupees after the discount, as on a price tag. */
    private long unitPrice(Product product, Dice dice) {
        int percentOff = sale ? dice.between(8, 24) : dice.between(0, 10);
        return product.listPricePaise() * (100 - percentOff) / 10_000 * 100;
    }

    private Status status(Product product, Dice dice) {
        if (dice.chance(LINE_CANCELLED)) {
            return Status.CANCELLED;
        }
        if (dice.chance(world.incidents().factor(day, Incident.Kind.REFUND_WAVE, product.brand(), RETURNED))) {
            return Status.RETURNED;
        }
        return dice.chance(STILL_SHIPPED) ? Status.SHIPPED : Status.DELIVERED;
    }

    private static long refund(Status status, long amount, Dice dice) {
        return switch (status) {
            case RETURNED -> amount;
            case DELIVERED -> dice.chance(PARTLY_REFUNDED) ? amount * dice.between(10, 50) / 100 : 0;
            case SHIPPED, CANCELLED -> 0;
        };
    }
}
