package io.asktrail.local;

import io.asktrail.local.data.Databases;
import io.asktrail.sales.orders.LoadOrdersCommand;

/** Loads an order file into this home's warehouse of orders. */
public final class LoadOrdersMain {
    private LoadOrdersMain() {}

    public static void main(String[] args) {
        OwnFiles.load(Databases::warehouseLoader, LoadOrdersCommand::main, args);
    }
}
