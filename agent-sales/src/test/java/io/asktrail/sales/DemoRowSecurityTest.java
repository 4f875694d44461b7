package io.asktrail.sales;

import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.sales.orders.OrdersDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;

/** The demo's warehouse, written by the loader's role. */
class DemoRowSecurityTest extends RowSecurityContract {
    private static final OrdersDatabase WAREHOUSE = OrdersDatabase.empty();

    DemoRowSecurityTest() {
        super(WAREHOUSE, RegistryLoader.load(RegistryLocation.bundled("demo")), "2025-09-01..2025-10-31", "Delhi");
    }

    @BeforeAll
    static void load() throws Exception {
        WAREHOUSE.letIn(OrdersDatabase.READER);
        DemoData.into(() -> WAREHOUSE.openAs(OrdersDatabase.LOADER), OrdersDatabase.empty()::open)
                .extend(new DemoSettings(DemoSettings.DEFAULT_SEED, 0.02, LocalDate.parse("2025-10-31")));
    }
}
