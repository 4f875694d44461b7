/** The router's verified questions, as administrators reach them. */
@NullMarked
package io.asktrail.orchestrator.verified;

import org.jspecify.annotations.NullMarked;
