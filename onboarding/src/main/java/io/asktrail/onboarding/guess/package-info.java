/** What tables and columns probably mean, each guess with its reason; what is unsure is left to people. */
@NullMarked
package io.asktrail.onboarding.guess;

import org.jspecify.annotations.NullMarked;
