/** Asktrail's own addresses as the channel uses them, always as one caller. */
@NullMarked
package io.asktrail.mcp.front;

import org.jspecify.annotations.NullMarked;
