/** A first registry from a live database: what was read, what was guessed, and what is left to people. */
@NullMarked
package io.asktrail.onboarding;

import org.jspecify.annotations.NullMarked;
