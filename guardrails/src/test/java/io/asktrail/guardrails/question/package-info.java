@NullMarked
package io.asktrail.guardrails.question;

import org.jspecify.annotations.NullMarked;
