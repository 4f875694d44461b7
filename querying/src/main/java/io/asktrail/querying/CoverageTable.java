package io.asktrail.querying;

import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.util.ArrayList;
import java.util.List;

/** The account that a schema's loader keeps of what it loaded. No question may use it, so that no schema file has it. */
final class CoverageTable {
    static final long MOST_ROWS = 100;
    /** Three channels, and for each as many ages as days may move. */
    static final long MOST_AGES = 500;

    private CoverageTable() {}

    /** What a look at the account of a table must keep to. */
    static Demands demands(TableDefinition of) {
        var coverage = new TableDefinition(
                new TableId(of.id().schema() + ".coverage"),
                of.connection(),
                "what was loaded",
                List.of("table_name"),
                null,
                null,
                columns(of.coveredBy() == TableDefinition.CoveredBy.CHANNEL),
                List.of(),
                List.of(),
                List.of(),
                null);
        return new Demands(List.of(coverage), null, List.of(), List.of(), MOST_ROWS);
    }

    /** What a look at how old a table's days were when they were asked for must keep to. */
    static Demands agesOf(TableDefinition of) {
        var ages = new TableDefinition(
                new TableId(of.id().schema() + ".known_ages"),
                of.connection(),
                "how old days were when they were asked for",
                List.of("table_name"),
                null,
                null,
                List.of(
                        column("table_name", Type.TEXT),
                        column("channel", Type.TEXT),
                        column("age", Type.INTEGER),
                        column("first_day", Type.DATE)),
                List.of(),
                List.of(),
                List.of(),
                null);
        return new Demands(List.of(ages), null, List.of(), List.of(), MOST_AGES);
    }

    private static List<ColumnDefinition> columns(boolean byChannel) {
        var columns = new ArrayList<>(List.of(
                column("table_name", Type.TEXT),
                column("covered_from", Type.DATE),
                column("covered_to", Type.DATE),
                column("loaded_at", Type.TIMESTAMPTZ)));
        if (byChannel) {
            columns.add(column("channel", Type.TEXT));
        }
        return columns;
    }

    private static ColumnDefinition column(String name, Type type) {
        return new ColumnDefinition(name, type, null, null);
    }
}
