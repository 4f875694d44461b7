/** The mains of a laptop: everything in one process, or each service in its own. */
@NullMarked
package io.asktrail.local;

import org.jspecify.annotations.NullMarked;
