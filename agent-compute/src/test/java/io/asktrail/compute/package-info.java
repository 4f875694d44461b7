/** Tables of a small shop, and what agent-compute makes of them. */
@NullMarked
package io.asktrail.compute;

import org.jspecify.annotations.NullMarked;
