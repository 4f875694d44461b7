/** Who asks, what they may see, and how long they will wait. */
@NullMarked
package io.asktrail.contracts.caller;

import org.jspecify.annotations.NullMarked;
