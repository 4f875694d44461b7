/** Each service as a process of its own, started and watched by one supervisor. */
@NullMarked
package io.asktrail.local.split;

import org.jspecify.annotations.NullMarked;
