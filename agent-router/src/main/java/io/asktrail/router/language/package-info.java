/** The words of each language, from files: cues, numbers, months, words that carry no meaning. */
@NullMarked
package io.asktrail.router.language;

import org.jspecify.annotations.NullMarked;
