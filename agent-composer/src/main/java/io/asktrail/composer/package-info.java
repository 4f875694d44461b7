/** Results to draft: words, figures with their origin, method, caveats, picture and next questions. */
@NullMarked
package io.asktrail.composer;

import org.jspecify.annotations.NullMarked;
