/** Who asked what and what came of it, written down beside the answers. */
@NullMarked
package io.asktrail.orchestrator.audit;

import org.jspecify.annotations.NullMarked;
