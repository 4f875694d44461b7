/**
 * A PostgreSQL of one's own: unpacked from Maven artifacts, kept in one folder, shared by every process that asks for that
 * folder. Start reading at {@link io.asktrail.postgres.EmbeddedPostgres}.
 */
@NullMarked
package io.asktrail.postgres;

import org.jspecify.annotations.NullMarked;
