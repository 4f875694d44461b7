/** The grammar of time: from words to days. */
@NullMarked
package io.asktrail.router.time;

import org.jspecify.annotations.NullMarked;
