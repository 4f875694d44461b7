/** Rules that stand at four doors: the question, the plan, the query and the draft. One class a rule, one id a rule. */
@NullMarked
package io.asktrail.guardrails;

import org.jspecify.annotations.NullMarked;
