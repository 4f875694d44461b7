/** The files of a drafted registry: made of guesses, checked by the registry's own lint before any is written. */
@NullMarked
package io.asktrail.onboarding.draft;

import org.jspecify.annotations.NullMarked;
