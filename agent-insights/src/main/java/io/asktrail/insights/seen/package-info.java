/** What was looked at, as numbers that can be worked with. */
@NullMarked
package io.asktrail.insights.seen;

import org.jspecify.annotations.NullMarked;
