/** How fresh each source is, and what its agent says of it. */
@NullMarked
package io.asktrail.orchestrator.freshness;

import org.jspecify.annotations.NullMarked;
