/** The protocol's way over HTTP: one address, sessions that belong to one caller, streams that can be cancelled. */
@NullMarked
package io.asktrail.mcp.transport;

import org.jspecify.annotations.NullMarked;
