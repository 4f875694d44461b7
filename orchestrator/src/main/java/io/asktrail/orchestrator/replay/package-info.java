/** Answers that were given before, and what has become of their figures since. */
@NullMarked
package io.asktrail.orchestrator.replay;

import org.jspecify.annotations.NullMarked;
