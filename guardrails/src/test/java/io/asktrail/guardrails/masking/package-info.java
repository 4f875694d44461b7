/** Tests. */
@NullMarked
package io.asktrail.guardrails.masking;

import org.jspecify.annotations.NullMarked;
