/** Time as a test wants it. */
@NullMarked
package io.asktrail.testkit.time;

import org.jspecify.annotations.NullMarked;
