/** The account of how the numbers came about, and what to know before passing them on. */
@NullMarked
package io.asktrail.composer.method;

import org.jspecify.annotations.NullMarked;
