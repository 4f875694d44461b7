package io.asktrail.local;

import io.asktrail.local.data.Databases;
import io.asktrail.local.data.Workspace;
import io.asktrail.local.home.Home;
import io.asktrail.sales.orders.LoadOrdersCommand;

/**
 * Loads an order file into this home's warehouse of orders, beside whatever runs there, and makes it the workspace that
 * is asked from then on.
 */
public final class LoadOrdersMain {
    private LoadOrdersMain() {}

    public static void main(String[] args) {
        try {
            var home = Home.from(System.getenv()).prepare();
            var databases = Databases.open(home, Workspace.ORDERS);
            Runtime.getRuntime().addShutdownHook(new Thread(databases::close, "database"));
            var target = databases.warehouseLoader();
            System.setProperty("asktrail.load.url", target.url());
            System.setProperty("asktrail.load.username", target.credentials().user());
            System.setProperty("asktrail.load.password", target.credentials().password());
            LoadOrdersCommand.main(args);
            home.useWorkspace(Workspace.ORDERS.id());
        } catch (RuntimeException failure) {
            System.err.println(Failures.sentence(failure));
            System.exit(1);
        }
    }
}
