/** From characters to words: tokens with their places, word forms, spelling. */
@NullMarked
package io.asktrail.router.text;

import org.jspecify.annotations.NullMarked;
