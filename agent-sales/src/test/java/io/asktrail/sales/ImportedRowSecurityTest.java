package io.asktrail.sales;

import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.sales.orders.OrderFileImport;
import io.asktrail.sales.orders.OrdersDatabase;
import io.asktrail.sales.orders.SampleFiles;
import io.asktrail.service.loading.LoadProgress;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A seller's own orders, loaded by the loader's role; some lines have no state. */
class ImportedRowSecurityTest extends RowSecurityContract {
    private static final OrdersDatabase WAREHOUSE = OrdersDatabase.empty();

    ImportedRowSecurityTest() {
        super(
                WAREHOUSE,
                RegistryLoader.load(RegistryLocation.bundled("orders")),
                "2022-04-30..2022-05-31",
                "Karnataka");
    }

    @BeforeAll
    static void load(@TempDir Path folder) throws Exception {
        WAREHOUSE.letIn(OrdersDatabase.READER);
        var registry = RegistryLoader.load(RegistryLocation.bundled("orders"));
        try (var connection = WAREHOUSE.openAs(OrdersDatabase.LOADER)) {
            OrderFileImport.by(registry)
                    .load(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES), connection, LoadProgress.silent());
        }
    }
}
