/** From a task to a plan: which source gives which number at which grain, and how the rows come together. */
@NullMarked
package io.asktrail.planner;

import org.jspecify.annotations.NullMarked;
