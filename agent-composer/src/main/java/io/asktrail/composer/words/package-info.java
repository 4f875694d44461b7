/** The sentences of answers, as resources: one file a language, the same keys in each. */
@NullMarked
package io.asktrail.composer.words;

import org.jspecify.annotations.NullMarked;
