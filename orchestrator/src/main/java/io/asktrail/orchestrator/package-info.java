/** Owns a run: from the question to the answer, with everything that is remembered in between. */
@NullMarked
package io.asktrail.orchestrator;

import org.jspecify.annotations.NullMarked;
