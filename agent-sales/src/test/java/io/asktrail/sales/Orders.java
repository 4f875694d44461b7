package io.asktrail.sales;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.testkit.fetch.Fetches;
import java.util.List;
import java.util.Map;

/** Fetches from the warehouse in a line. */
final class Orders {
    private Orders() {}

    static FetchRequest query(String metrics, String groupBy, String range, Map<String, List<String>> kept) {
        var entities = Entities.NONE;
        for (var entry : kept.entrySet()) {
            entities = entities.with(new DimensionId(entry.getKey()), entry.getValue());
        }
        return Fetches.fetch("sales_db.query", metrics, groupBy, range, entities);
    }
}
