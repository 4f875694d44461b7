@NullMarked
package io.asktrail.guardrails.draft;

import org.jspecify.annotations.NullMarked;
