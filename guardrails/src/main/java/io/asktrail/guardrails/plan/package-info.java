/** Rules at the second door: what is about to run. */
@NullMarked
package io.asktrail.guardrails.plan;

import org.jspecify.annotations.NullMarked;
