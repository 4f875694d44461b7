package io.asktrail.querying.session;

import java.util.function.Consumer;

/**
 * One statement of a transaction.
 *
 * @param claims whose rows the database may show, whatever the statement says
 * @param each takes its rows, one after the other; whoever wants to have one for longer keeps its cells
 */
public record Ask(RowClaims claims, Judged judged, Consumer<Row> each) {}
