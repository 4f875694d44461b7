/** Who the caller is, as the service sees them. */
@NullMarked
package io.asktrail.orchestrator.me;

import org.jspecify.annotations.NullMarked;
