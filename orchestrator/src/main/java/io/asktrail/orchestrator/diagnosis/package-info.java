/** Finds out why: plan, run, observe, plan again, until enough was seen or the budget is spent. */
@NullMarked
package io.asktrail.orchestrator.diagnosis;

import org.jspecify.annotations.NullMarked;
