/** What tasks are called when they are offered to somebody. */
@NullMarked
package io.asktrail.orchestrator.naming;

import org.jspecify.annotations.NullMarked;
