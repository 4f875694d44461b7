/** Turns what the steps gave into an answer, and keeps answers. */
@NullMarked
package io.asktrail.orchestrator.answering;

import org.jspecify.annotations.NullMarked;
