/** Where the registry and the database have drifted apart, and what a column that is gone may be called now. */
@NullMarked
package io.asktrail.live.drift;

import org.jspecify.annotations.NullMarked;
