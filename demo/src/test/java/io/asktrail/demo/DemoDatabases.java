package io.asktrail.demo;

import io.asktrail.postgres.Credentials;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** A warehouse and an ads store of a test's own, owned by the loader; two roles may read them. */
final class DemoDatabases {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Credentials LOADER = new Credentials("asktrail_loader", "loader");
    private static final Credentials SALES = new Credentials("asktrail_sales", "sales");
    private static final Credentials ADS = new Credentials("asktrail_ads", "ads");

    private final String warehouse;
    private final String ads;

    private DemoDatabases(int number) {
        this.warehouse = "demo_warehouse_" + number;
        this.ads = "demo_ads_" + number;
    }

    static DemoDatabases empty() {
        var databases = new DemoDatabases(NUMBER.incrementAndGet());
        var server = TemporaryPostgres.shared();
        for (var role : List.of(LOADER, SALES, ADS)) {
            server.ensureRole(role);
        }
        for (var database : List.of(databases.warehouse, databases.ads)) {
            server.ensureDatabase(database, LOADER.user());
        }
        databases.run(
                databases.warehouse, "GRANT CONNECT ON DATABASE %s TO asktrail_sales".formatted(databases.warehouse));
        databases.run(databases.ads, "GRANT CONNECT ON DATABASE %s TO asktrail_ads".formatted(databases.ads));
        return databases;
    }

    DemoData demo() {
        return DemoData.into(() -> open(warehouse, LOADER), () -> open(ads, LOADER));
    }

    List<List<String>> sales(String sql) {
        return rows(warehouse, SALES, sql);
    }

    List<List<String>> ads(String sql) {
        return rows(ads, ADS, sql);
    }

    /** Of a table or of part of one, as the loader sees it: every column of every row, in the order of the rows. */
    String checksum(String schema, String table) {
        var sql = "SELECT md5(string_agg(r::text, '|' ORDER BY r::text COLLATE \"C\")) FROM " + table + " AS r";
        return rows(schema.equals("sales") ? warehouse : ads, LOADER, sql)
                .getFirst()
                .getFirst();
    }

    private void run(String database, String sql) {
        try (var connection = open(database, LOADER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static List<List<String>> rows(String database, Credentials role, String sql) {
        var all = new ArrayList<List<String>>();
        try (var connection = open(database, role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
        return all;
    }

    private static Connection open(String database, Credentials role) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role.user());
        properties.setProperty("password", role.password());
        // Readers see the rows that they claim; these look at all of them.
        properties.setProperty("options", "-c asktrail.regions=*");
        return DriverManager.getConnection(TemporaryPostgres.shared().jdbcUrl(database), properties);
    }
}
