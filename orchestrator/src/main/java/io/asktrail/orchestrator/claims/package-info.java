/** Work that came to several doors at once and that exactly one of them does. */
@NullMarked
package io.asktrail.orchestrator.claims;

import org.jspecify.annotations.NullMarked;
