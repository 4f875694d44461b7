package io.asktrail.local.data;

import io.asktrail.local.home.LocalFailure;

/**
 * Whose data are asked: each workspace has its registry, its warehouse and its store of ad reports, so that nothing loaded
 * meets the demo.
 */
public enum Workspace {
    DEMO("demo", "warehouse", "ads"),
    ORDERS("orders", "warehouse_orders", "ads_orders");

    private final String id;
    private final String warehouse;
    private final String ads;

    Workspace(String id, String warehouse, String ads) {
        this.id = id;
        this.warehouse = warehouse;
        this.ads = ads;
    }

    public static Workspace of(String id) {
        for (var workspace : values()) {
            if (workspace.id.equals(id)) {
                return workspace;
            }
        }
        throw new LocalFailure("There is no workspace '%s': use demo or orders.".formatted(id));
    }

    /** As registries and the command line call it. */
    public String id() {
        return id;
    }

    /** The database that holds its sales. */
    public String warehouse() {
        return warehouse;
    }

    /** The database that holds its ad reports. */
    public String ads() {
        return ads;
    }
}
