/** Where the sources are no longer what the registry says, and whose values have suddenly changed. */
@NullMarked
package io.asktrail.orchestrator.drift;

import org.jspecify.annotations.NullMarked;
