/** Rules at the last door: what is about to be said. */
@NullMarked
package io.asktrail.guardrails.draft;

import org.jspecify.annotations.NullMarked;
