package io.asktrail.demo;

import io.asktrail.demo.orders.OrderLine;
import io.asktrail.demo.orders.OrdersOfDay;
import io.asktrail.demo.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The warehouse. */
final class SalesSide implements Side {
    private static final String LINES = "order_lines";

    private final World world;
    private final OrdersOfDay orders;

    SalesSide(World world) {
        this.world = world;
        this.orders = new OrdersOfDay(world);
    }

    @Override
    public String schema() {
        return "sales";
    }

    @Override
    public void define(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(definition());
        }
    }

    private static String definition() {
        var resource = "/demo/schema/sales.sql";
        try (var in = SalesSide.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    @Override
    public List<Series> series() {
        return List.of(new Series(LINES, Series.ALL, 0));
    }

    @Override
    public List<String> tables() {
        return List.of(LINES);
    }

    @Override
    public DayMarks marks() {
        return new SalesDays();
    }

    @Override
    public void writeReference(Connection connection, LocalDate asOf) throws SQLException {
        var products = Batch.of(connection, """
                INSERT INTO sales.products (sku, product_name, category, brand, unit_cost, list_price)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """);
        try (products) {
            for (var product : world.products()) {
                products.add(
                        product.sku(),
                        product.name(),
                        product.category(),
                        product.brand(),
                        BigDecimal.valueOf(product.unitCostPaise(), 2),
                        BigDecimal.valueOf(product.listPricePaise(), 2));
            }
            products.run();
        }
        var campaigns = Batch.of(connection, """
                INSERT INTO sales.campaigns AS old (campaign_id, campaign_name, channel, campaign_status)
                VALUES (?, ?, ?, ?) ON CONFLICT (campaign_id)
                DO UPDATE SET campaign_status = excluded.campaign_status
                WHERE old.campaign_status <> excluded.campaign_status
                """);
        try (campaigns) {
            for (var campaign : world.campaigns()) {
                campaigns.add(
                        campaign.id(),
                        campaign.name(),
                        campaign.channel().name(),
                        campaign.flight().status(asOf));
            }
            campaigns.run();
        }
    }

    @Override
    public long writeDays(Connection connection, List<MissingDay> days) throws SQLException, IOException {
        var rows = new CopyText();
        for (var missing : days) {
            orders.on(missing.day()).forEach(line -> write(line, rows));
        }
        return rows.intoSecured("sales.order_lines", connection);
    }

    private static void write(OrderLine line, CopyText rows) {
        var order = line.order();
        rows.put(order.id())
                .put(line.lineNo())
                .put(order.date())
                .put(order.date() + " " + order.time() + "+05:30")
                .put(line.sku())
                .put(line.campaignId())
                .put(order.customerId())
                .put(order.customerType().label())
                .put(order.geo())
                .put(order.city())
                .put(order.salesChannel().label())
                .put(order.fulfilment())
                .put(line.status().label())
                .put(line.quantity())
                .money(line.amountPaise())
                .money(line.refundPaise())
                .money(line.cogsPaise())
                .endRow();
    }
}
