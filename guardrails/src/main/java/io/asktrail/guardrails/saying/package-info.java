/** What the doors say to whoever asked for what they stop: one file of sentences a language. */
@NullMarked
package io.asktrail.guardrails.saying;

import org.jspecify.annotations.NullMarked;
