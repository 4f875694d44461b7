/** Links to answers, for those who may see as much as the one who got the answer. */
@NullMarked
package io.asktrail.orchestrator.sharing;

import org.jspecify.annotations.NullMarked;
