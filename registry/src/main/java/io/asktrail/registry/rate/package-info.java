/** What one currency costs in another, by day: the only rates that amounts are converted at. */
@NullMarked
package io.asktrail.registry.rate;

import org.jspecify.annotations.NullMarked;
