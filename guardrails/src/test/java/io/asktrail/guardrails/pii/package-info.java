@NullMarked
package io.asktrail.guardrails.pii;

import org.jspecify.annotations.NullMarked;
