package io.asktrail.ads;

import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.testkit.database.TestDatabase;
import java.time.LocalDate;

/** The demo's ads, few of them, beside a warehouse that nobody asks. */
final class DemoStore extends TestDatabase {
    private static final double SMALL = 0.05;

    DemoStore() {
        super("demo_ads");
        var warehouse = new TestDatabase("demo_warehouse");
        DemoData.into(warehouse::open, this::open)
                .extend(new DemoSettings(DemoSettings.DEFAULT_SEED, SMALL, LocalDate.parse("2025-10-31")));
    }
}
