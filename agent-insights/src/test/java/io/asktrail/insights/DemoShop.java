package io.asktrail.insights;

import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.demo.ads.AdsOfDay;
import io.asktrail.demo.orders.OrderLine;
import io.asktrail.demo.orders.OrdersOfDay;
import io.asktrail.demo.world.Incident;
import io.asktrail.demo.world.Product;
import io.asktrail.demo.world.World;
import io.asktrail.insights.Looked.Found;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The invented shop of a seed; each of its days is made once, however many months look at it. */
final class DemoShop {
    private static final int WEEKS_BEFORE = 12;

    private final World world;
    private final Map<String, Product> products;
    private final AdsOfDay adsOfDay;
    private final OrdersOfDay ordersOfDay;
    private final Set<LocalDate> made = new HashSet<>();
    private final Sums campaigns = new Sums();
    private final Sums ads = new Sums();
    private final Sums sales = new Sums();
    private final Sums categories = new Sums();
    private final Sums brands = new Sums();

    DemoShop(long seed) {
        world = new World(seed, 1);
        products = world.products().stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        adsOfDay = new AdsOfDay(world);
        ordersOfDay = new OrdersOfDay(world);
    }

    /** What went wrong in a month, if anything did. */
    Optional<Incident> incident(YearMonth month) {
        return world.incidents().of(month);
    }

    private void make(LocalDate day) {
        if (made.add(day)) {
            ads(day);
            orders(day, ordersOfDay.on(day));
        }
    }

    private void ads(LocalDate day) {
        adsOfDay.on(day).forEach(one -> {
            var name = one.campaign().name().replace(' ', '_');
            campaigns.add(day, name, one.total().costPaise(), one.total().salesPaise());
            ads.add(day, "", one.total().costPaise(), one.total().salesPaise());
        });
    }

    // Net sales, orders, refunds. An order counts once in everything it has a line in.
    private void orders(LocalDate day, List<OrderLine> lines) {
        var counted = new HashSet<String>();
        for (var line : lines) {
            if (line.status() != OrderLine.Status.CANCELLED) {
                var product = Objects.requireNonNull(products.get(line.sku()));
                var order = line.order().id();
                add(sales, day, "", line, order, counted);
                add(categories, day, product.category().replace(' ', '_'), line, order, counted);
                add(brands, day, product.brand().replace(' ', '_'), line, order, counted);
            }
        }
    }

    private static void add(
            Sums sums, LocalDate day, String member, OrderLine line, String order, Set<String> counted) {
        var first = counted.add(System.identityHashCode(sums) + member + order);
        sums.add(day, member, line.amountPaise() - line.refundPaise(), first ? 100 : 0, line.refundPaise());
    }

    /** The month and the twelve weeks before it, looked at as the playbook of anomalies does. */
    Found found(YearMonth month) {
        var first = month.atDay(1).minusWeeks(WEEKS_BEFORE);
        var last = month.atEndOfMonth();
        first.datesUntil(last.plusDays(1)).forEach(this::make);
        return Looked.at(Diagnosis.Kind.ANOMALY, Looked.period(month.atDay(1).toString(), last.toString(), null))
                .days("spend attributed_sales", null, ads.lines(first, last))
                .days("net_sales orders refunds", null, sales.lines(first, last))
                .days("spend attributed_sales", "campaign", campaigns.lines(first, last))
                .days("net_sales orders refunds", "category", categories.lines(first, last))
                .days("net_sales orders refunds", "brand", brands.lines(first, last))
                .found();
    }

    /** Sums by day and member, in hundredths. */
    private static final class Sums {
        private final TreeMap<LocalDate, TreeMap<String, long[]>> days = new TreeMap<>();

        void add(LocalDate day, String member, long... hundredths) {
            var sums = days.computeIfAbsent(day, _ -> new TreeMap<>())
                    .computeIfAbsent(member, _ -> new long[hundredths.length]);
            for (var i = 0; i < hundredths.length; i++) {
                sums[i] += hundredths[i];
            }
        }

        List<String> lines(LocalDate first, LocalDate last) {
            return days.subMap(first, true, last, true).entrySet().stream()
                    .flatMap(day -> day.getValue().entrySet().stream()
                            .map(member -> line(day.getKey(), member.getKey(), member.getValue())))
                    .toList();
        }

        private static String line(LocalDate day, @Nullable String member, long[] sums) {
            var text = new StringBuilder(day.toString());
            if (member != null && !member.isEmpty()) {
                text.append(' ').append(member);
            }
            for (var sum : sums) {
                text.append(' ').append(BigDecimal.valueOf(sum, 2).toPlainString());
            }
            return text.toString();
        }
    }
}
