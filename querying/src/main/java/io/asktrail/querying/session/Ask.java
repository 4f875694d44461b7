package io.asktrail.querying.session;

import java.util.function.Consumer;
import org.jooq.Record;

/**
 * One statement of a transaction.
 *
 * @param claims whose rows the database may show, whatever the statement says
 * @param each takes its rows, one after the other
 */
public record Ask(RowClaims claims, Judged judged, Consumer<Record> each) {}
