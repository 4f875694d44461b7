@NullMarked
package io.asktrail.guardrails.query;

import org.jspecify.annotations.NullMarked;
