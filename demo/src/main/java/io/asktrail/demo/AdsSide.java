package io.asktrail.demo;

import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.AdsTable;
import io.asktrail.demo.ads.AdsOfDay;
import io.asktrail.demo.world.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The store of advertising reports. */
final class AdsSide implements Side {
    /** Amazon gives the finer reports for 95 days back; nobody would have older ones on the first day. */
    static final int FINE_DAYS = 95;

    private static final String ORIGIN = """
            CREATE TABLE IF NOT EXISTS ads.demo_origin (
                only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
                seed       bigint  NOT NULL,
                scale      numeric NOT NULL,
                first_day  date    NOT NULL
            )
            """;

    private final World world;
    private final Wanted wanted;
    private final AdsOfDay ads;

    /** Which days are written. */
    enum Wanted {
        /** Every day, as if a sync had run since the first one. */
        ALL,
        /** The days before those that Amazon still gives: the rest comes by the sync. */
        HISTORY
    }

    AdsSide(World world, Wanted wanted) {
        this.world = world;
        this.wanted = wanted;
        this.ads = new AdsOfDay(world);
    }

    @Override
    public String schema() {
        return "ads";
    }

    @Override
    public void define(Connection connection) throws SQLException {
        AdsStore.prepare(connection);
        try (var statement = connection.createStatement()) {
            statement.execute(ORIGIN);
        }
    }

    @Override
    public List<Series> series() {
        return Arrays.stream(AdsReport.values())
                .filter(report -> wanted == Wanted.ALL || !isFine(report))
                .map(this::series)
                .toList();
    }

    private Series series(AdsReport report) {
        return new Series(
                report.id(),
                isFine(report) ? FINE_DAYS : Series.ALL,
                wanted == Wanted.HISTORY ? report.retentionDays() : 0);
    }

    private static boolean isFine(AdsReport report) {
        return report.table() != AdsTable.CAMPAIGN_DAILY && report.table() != AdsTable.PRODUCT_DAILY;
    }

    @Override
    public List<String> tables() {
        return Arrays.stream(AdsTable.values()).map(AdsTable::sqlName).toList();
    }

    @Override
    public DayMarks marks() {
        return new ReportDays();
    }

    @Override
    public void writeReference(Connection connection, LocalDate asOf) throws SQLException {
        AdsStore.save(connection, DemoAccount.PROFILE);
        writeProducts(connection);
        writeCampaigns(connection, asOf);
        writeCampaignProducts(connection);
    }

    @Override
    public long writeDays(Connection connection, List<MissingDay> days) throws SQLException, IOException {
        var rows = new AdsRows(world);
        for (var missing : days) {
            for (var campaign : ads.on(missing.day())) {
                rows.add(campaign, missing.series());
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
                    (campaign_id, profile_id, campaign_name, channel, campaign_status, geo, daily_budget, start_date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign_id)
                DO UPDATE SET campaign_status = excluded.campaign_status
                WHERE old.campaign_status <> excluded.campaign_status
                """)) {
            for (var campaign : world.campaigns()) {
                campaigns.add(
                        campaign.id(),
                        DemoAccount.PROFILE_ID,
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
