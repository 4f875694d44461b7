package io.asktrail.querying;

import io.asktrail.querying.source.ConnectionSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@Tag("trino")
@EnabledIfSystemProperty(named = TrinoServer.ARCHIVE, matches = ".+")
class TrinoDriftTest extends DriftContract {
    @Override
    void publish() throws SQLException {
        var settings = settings();
        try (var trino = DriverManager.getConnection(settings.url(), settings.username(), null)) {
            empty(trino);
            for (var table : ChangingTables.all()) {
                TrinoServer.execute(
                        trino, "create schema if not exists " + table.name().split("\\.")[0]);
                TrinoServer.copy(
                        trino,
                        table.name(),
                        table.columnsIn(TrinoDriftTest::type),
                        ChangingTables.byHand(table.query()));
            }
        }
    }

    @Override
    ConnectionSettings settings() {
        return TrinoServer.spare();
    }

    private static void empty(Connection trino) throws SQLException {
        var left = new ArrayList<String>();
        try (var statement = trino.createStatement();
                var rows = statement.executeQuery("select table_schema || '.' || table_name from"
                        + " information_schema.tables where table_schema in ('ads', 'shop', 'bare')")) {
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        for (var table : left) {
            TrinoServer.execute(trino, "drop table " + table);
        }
    }

    private static String type(ChangingTables.Cell column) {
        return switch (column.type()) {
            case "text" -> "varchar";
            case "timestamp with time zone" -> "timestamp(3) with time zone";
            case "timestamp without time zone" -> "timestamp(6)";
            case String other -> other.replace("numeric", "decimal");
        };
    }

    @Override
    ConnectionSettings nowhere() {
        return new ConnectionSettings("jdbc:trino://127.0.0.1:1/none", "tests", "");
    }
}
