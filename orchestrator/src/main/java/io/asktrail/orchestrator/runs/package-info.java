/** Runs that outlive whoever began them: written down as they go, followed, cancelled, taken over after a crash. */
@NullMarked
package io.asktrail.orchestrator.runs;

import org.jspecify.annotations.NullMarked;
