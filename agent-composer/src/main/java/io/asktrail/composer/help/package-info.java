/** Words about Asktrail itself: metrics, dimensions, the catalogue, freshness, the calendar. */
@NullMarked
package io.asktrail.composer.help;

import org.jspecify.annotations.NullMarked;
