@NullMarked
package io.asktrail.guardrails;

import org.jspecify.annotations.NullMarked;
