/** Replies to those who may have them already. */
@NullMarked
package io.asktrail.orchestrator.conditional;

import org.jspecify.annotations.NullMarked;
