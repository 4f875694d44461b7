/** Has a task planned and the plan checked; sends it back with objections at most twice. */
@NullMarked
package io.asktrail.orchestrator.planning;

import org.jspecify.annotations.NullMarked;
