/** A typed fetch becomes one statement over the schema registry, is judged, run read-only, and comes back as a table. */
@NullMarked
package io.asktrail.querying;

import org.jspecify.annotations.NullMarked;
