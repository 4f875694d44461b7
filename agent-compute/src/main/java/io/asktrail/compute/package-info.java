/** Rows to rows, arithmetic only: join, formulas, comparison, calculations over exact decimals. */
@NullMarked
package io.asktrail.compute;

import org.jspecify.annotations.NullMarked;
