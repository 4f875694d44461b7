package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdsStore;
import io.asktrail.testkit.database.TestDatabase;

/** A database of its own with an empty store. */
final class ExportsDatabase extends TestDatabase {
    ExportsDatabase() {
        super("ads_exports");
        store();
    }

    AdsStore store() {
        return AdsStore.prepared(this::open);
    }
}
