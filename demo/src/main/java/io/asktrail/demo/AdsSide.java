package io.asktrail.demo;

import io.asktrail.demo.ads.AdsOfDay;
import io.asktrail.demo.world.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The store of advertising reports. */
final class AdsSide implements Side {
    /** Amazon gives the finer reports for 95 days back; nobody would have older ones on the first day. */
    static final int FINE_DAYS = 95;

    private final World world;
    private final AdsOfDay ads;

    AdsSide(World world) {
        this.world = world;
        this.ads = new AdsOfDay(world);
    }

    @Override
    public String schema() {
        return "ads";
    }

    @Override
    public List<FactTable> factTables() {
        return List.of(
                new FactTable("campaign_daily", FactTable.ALL),
                new FactTable("product_daily", FactTable.ALL),
                new FactTable("targeting_daily", FINE_DAYS),
                new FactTable("search_term_daily", FINE_DAYS),
                new FactTable("placement_daily", FINE_DAYS));
    }

    @Override
    public void writeReference(Connection connection, LocalDate asOf) throws SQLException {
        writeProducts(connection);
        writeCampaigns(connection, asOf);
        writeCampaignProducts(connection);
    }

    @Override
    public long writeDays(Connection connection, List<MissingDay> days) throws SQLException, IOException {
        var rows = new AdsRows(world);
        for (var missing : days) {
            for (var campaign : ads.on(missing.day())) {
                rows.add(campaign, missing.tables());
            }
        }
        return rows.into(connection);
    }

    private void writeProducts(Connection connection) throws SQLException {
        try (var products = Batch.of(connection, """
                INSERT INTO ads.products (sku, product_name, category, brand)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)) {
            for (var product : world.products()) {
                products.add(product.sku(), product.name(), product.category(), product.brand());
            }
            products.run();
        }
    }

    private void writeCampaigns(Connection connection, LocalDate asOf) throws SQLException {
        try (var campaigns = Batch.of(connection, """
                INSERT INTO ads.campaigns AS old
                    (campaign_id, campaign_name, channel, campaign_status, geo, daily_budget, start_date)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign_id)
                DO UPDATE SET campaign_status = excluded.campaign_status
                WHERE old.campaign_status <> excluded.campaign_status
                """)) {
            for (var campaign : world.campaigns()) {
                campaigns.add(
                        campaign.id(),
                        campaign.name(),
                        campaign.channel().name(),
                        campaign.flight().status(asOf),
                        campaign.geo(),
                        BigDecimal.valueOf(campaign.traits().dailyBudgetPaise(), 2),
                        campaign.startDate());
            }
            campaigns.run();
        }
    }

    private void writeCampaignProducts(Connection connection) throws SQLException {
        try (var advertised = Batch.of(connection, """
                INSERT INTO ads.campaign_products (campaign_id, sku) VALUES (?, ?) ON CONFLICT DO NOTHING
                """)) {
            for (var campaign : world.campaigns()) {
                for (var product : campaign.products()) {
                    advertised.add(campaign.id(), product.sku());
                }
            }
            advertised.run();
        }
    }
}
