/** Hides personal data from callers whose role may not see it: one way for answers, exports and what a model is told. */
@NullMarked
package io.asktrail.guardrails.masking;

import org.jspecify.annotations.NullMarked;
