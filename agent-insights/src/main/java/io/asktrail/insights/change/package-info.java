/** Who and what made up a change. */
@NullMarked
package io.asktrail.insights.change;

import org.jspecify.annotations.NullMarked;
