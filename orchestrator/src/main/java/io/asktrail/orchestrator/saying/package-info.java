/** What the orchestrator itself says to people beside an answer: one file of sentences a language. */
@NullMarked
package io.asktrail.orchestrator.saying;

import org.jspecify.annotations.NullMarked;
