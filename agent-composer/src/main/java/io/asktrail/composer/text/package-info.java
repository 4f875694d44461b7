/** Sentences by the shape of an answer; every figure in them is tied to its cell. */
@NullMarked
package io.asktrail.composer.text;

import org.jspecify.annotations.NullMarked;
