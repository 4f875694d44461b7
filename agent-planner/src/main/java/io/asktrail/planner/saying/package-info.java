/** What the planner says to people where there is no plan: one file of sentences a language. */
@NullMarked
package io.asktrail.planner.saying;

import org.jspecify.annotations.NullMarked;
