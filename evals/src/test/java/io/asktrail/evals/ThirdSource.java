package io.asktrail.evals;

import io.asktrail.testkit.RunningAsktrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** A source that no code knows: a table in the warehouse, and files that describe it. */
final class ThirdSource {
    private static final Path BUNDLED = Path.of("../registry/src/main/resources/registry");
    private static final Path FILES = Path.of("src/test/resources/courier-returns");

    private ThirdSource() {}

    /** The demo's registry with the files of the third source, and the days and states that it has, too. */
    static Path registry(Path folder) {
        try {
            copy(BUNDLED, folder);
            copy(FILES, folder);
            addColumn(folder, "geo", "geo");
            addColumn(folder, "date", "returned_on");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addColumn(Path folder, String dimension, String column) throws IOException {
        var file = folder.resolve("dimensions/" + dimension + ".yaml");
        var more = "columns:\n  - {table: sales.courier_returns, column: %s}\n".formatted(column);
        Files.writeString(file, Files.readString(file).replace("columns:\n", more));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Returned order lines come back three days later, with one of three couriers. */
    static void load(RunningAsktrail asktrail) throws SQLException {
        new IndependentFigures(asktrail.home()).change("warehouse", """
            create table sales.courier_returns (
                return_id text primary key, returned_on date not null, courier text not null,
                sku text not null references sales.products, geo text not null, quantity int not null);
            insert into sales.courier_returns
            select order_id || '-' || line_no, order_date + 3,
                (array['North Line', 'Blue Van', 'Quick Feet'])[1 + abs(hashtext(order_id)) % 3], sku, geo, quantity
            from sales.order_lines where status = 'Returned';
            insert into sales.loaded_days (table_name, day)
            select 'courier_returns', day from sales.loaded_days where table_name = 'order_lines';
            grant select on sales.courier_returns to asktrail_sales;
            """);
    }
}
