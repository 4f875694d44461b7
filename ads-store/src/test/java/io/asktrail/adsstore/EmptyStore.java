package io.asktrail.adsstore;

import io.asktrail.testkit.database.TestDatabase;

/** A database of its own for a store. */
final class EmptyStore extends TestDatabase {
    EmptyStore() {
        super("ads_store");
    }

    AdsStore prepared() {
        return AdsStore.prepared(this::open);
    }
}
