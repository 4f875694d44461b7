@NullMarked
package io.asktrail.guardrails.plan;

import org.jspecify.annotations.NullMarked;
