/** What an assistant may call. */
@NullMarked
package io.asktrail.mcp.tool;

import org.jspecify.annotations.NullMarked;
