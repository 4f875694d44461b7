package io.asktrail.sales.orders;

import io.asktrail.postgres.Credentials;
import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.testkit.database.TestDatabase;

/** A database of its own for a test, owned by the loader. */
public final class OrdersDatabase extends TestDatabase {
    /** Owns and writes the tables. */
    public static final Credentials LOADER = new Credentials("asktrail_loader", "loader");

    /** Reads them. */
    public static final Credentials READER = new Credentials("asktrail_sales", "sales");

    private OrdersDatabase() {
        super("orders", LOADER);
    }

    public static OrdersDatabase empty() {
        TemporaryPostgres.shared().ensureRole(READER);
        return new OrdersDatabase();
    }

    /** A role as it is outside the suite: what may log in may connect. */
    public void letIn(Credentials service) {
        run("grant connect on database %s to %s".formatted(name(), service.user()));
    }
}
