/** Rows and columns as they travel between agents and to the caller. */
@NullMarked
package io.asktrail.contracts.table;

import org.jspecify.annotations.NullMarked;
