/** A language model that is asked for the steps which the rules do not find; off unless one is set. */
@NullMarked
package io.asktrail.planner.model;

import org.jspecify.annotations.NullMarked;
