/** Rules at the first door: what is asked, before anybody reads it. */
@NullMarked
package io.asktrail.guardrails.question;

import org.jspecify.annotations.NullMarked;
