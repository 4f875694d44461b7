package io.asktrail.querying;

import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The tables behind {@link SampleRegistry} in a real PostgreSQL, and plain SQL to work expected values out with. */
public final class SampleTables {
    private static final String DATABASE = "querying_test";

    private SampleTables() {}

    /** Made once for all tests of this module. */
    private static final class Made {
        private static final ConnectionSettings SETTINGS = make();
    }

    static ConnectionSettings settings() {
        return Made.SETTINGS;
    }

    static Connections connections() {
        return new Connections(Map.of("ads", settings(), "shop", settings()));
    }

    static Connection open() throws SQLException {
        return open(settings());
    }

    static Connection open(ConnectionSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.username(), superuserPassword());
    }

    /** The rows of a statement written by hand: the independent computation. Numbers as text without trailing zeros. */
    static List<List<String>> byHand(String sql) {
        return byHand(settings(), sql);
    }

    static List<List<String>> byHand(ConnectionSettings settings, String sql) {
        try (var connection = open(settings);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(text(rows.getObject(i)));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(@org.jspecify.annotations.Nullable Object cell) {
        return switch (cell) {
            case null -> "–";
            case BigDecimal number when number.signum() == 0 -> "0";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> cell.toString();
        };
    }

    static String superuserPassword() {
        return TemporaryPostgres.shared().superuser().password();
    }

    private static ConnectionSettings make() {
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(DATABASE, server.superuser().user());
        var settings = new ConnectionSettings(
                server.jdbcUrl(DATABASE), server.superuser().user(), superuserPassword());
        makeIn(settings);
        return settings;
    }

    /** Makes the tables in another database. */
    static void makeIn(ConnectionSettings settings) {
        try (var connection = open(settings);
                var statement = connection.createStatement()) {
            for (var command : Arrays.asList(TABLES.split(";\n"))) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String TABLES = """
        create schema ads;
        create schema shop;
        create table ads.campaigns (campaign_id bigint primary key, campaign_name text, channel text, geo text);
        insert into ads.campaigns values
            (1, 'Delhi''s Diwali', 'SP', 'Delhi'), (2, 'Kerala brand', 'SB', 'Kerala'),
            (3, 'All India', 'SB', null), (4, '50% off', 'SP', 'Delhi'), (5, '500 off', 'SP', 'Delhi');
        create table ads.campaign_daily (date date, campaign_id bigint, clicks bigint, cost numeric(14,2));
        insert into ads.campaign_daily
            select d::date, c, (extract(doy from d)::int * 7 + c * 3) % 50, ((extract(doy from d)::int * 13 + c * 101) % 900) + 0.25 * c
            from generate_series(date '2025-01-01', date '2025-12-31', interval '1 day') d, generate_series(1, 5) c;
        create table shop.products (sku text primary key, product_name text);
        insert into shop.products values ('A', 'Kurta'), ('B', 'Saree'), ('C', 'Mug');
        create table shop.lines (order_id text, sku text, ordered_at timestamptz, geo text, city text, status text,
            quantity int, amount numeric(12,2), gift boolean);
        insert into shop.lines
            select 'o' || (n / 3), chr(65 + n % 4), timestamptz '2025-01-01 00:30:00+05:30' + n * interval '7 hours',
                (array['Delhi', 'Kerala', 'Goa', null])[1 + n % 4], (array['New Delhi', 'Kochi', 'Panaji'])[1 + n % 3],
                (array['Shipped', 'Cancelled', 'Returned', 'Delivered', 'Shipped'])[1 + n % 5],
                1 + n % 6, (n * 37 % 1000) + 0.5, n % 7 = 0
            from generate_series(1, 1000) n;
        create table ads.coverage (table_name text, covered_from date, covered_to date, loaded_at timestamptz);
        insert into ads.coverage values ('campaign_daily', '2025-01-01', '2025-12-31', '2026-01-01T02:00:00Z');
        create table shop.coverage (table_name text, covered_from date, covered_to date, loaded_at timestamptz);
        insert into shop.coverage values ('lines', '2025-01-01', '2025-10-18', '2025-10-19T02:00:00Z');
        create schema bare;
        create table bare.events (event_id bigint, label text, clock timestamp, amount numeric(20, 6));
        insert into bare.events
            select 9007199254740992 + n, (array['दिल्ली', 'Ünïcode', '😀', null])[1 + n % 4],
                timestamp '2025-10-01 00:00:00' + n * interval '3 minutes', 0.1 + n * 0.000001
            from generate_series(1, 12000) n
        """;
}
