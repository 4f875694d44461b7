/** Many rows into PostgreSQL. */
@NullMarked
package io.asktrail.copy;

import org.jspecify.annotations.NullMarked;
