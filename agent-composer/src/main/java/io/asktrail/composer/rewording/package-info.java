/** The same facts in a model's words: kept only where nothing but the words between the facts is another. */
@NullMarked
package io.asktrail.composer.rewording;

import org.jspecify.annotations.NullMarked;
