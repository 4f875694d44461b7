/** Files of answers and of single rows: what goes into them, and who may have them. */
@NullMarked
package io.asktrail.orchestrator.exports;

import org.jspecify.annotations.NullMarked;
