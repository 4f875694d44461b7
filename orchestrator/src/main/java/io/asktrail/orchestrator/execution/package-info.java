/** Runs the steps of a plan in parallel waves under a deadline; what fails becomes missing. */
@NullMarked
package io.asktrail.orchestrator.execution;

import org.jspecify.annotations.NullMarked;
