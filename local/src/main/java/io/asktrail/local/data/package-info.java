/** The databases of a laptop: the embedded server, its roles, the demo. */
@NullMarked
package io.asktrail.local.data;

import org.jspecify.annotations.NullMarked;
