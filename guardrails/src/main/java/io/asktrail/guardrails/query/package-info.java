/** Rules at the third door, inside each data agent: the statement that is about to run, read by a real parser. */
@NullMarked
package io.asktrail.guardrails.query;

import org.jspecify.annotations.NullMarked;
