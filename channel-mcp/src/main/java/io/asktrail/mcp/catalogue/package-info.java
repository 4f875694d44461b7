/** Metrics and dimensions as an assistant finds them. */
@NullMarked
package io.asktrail.mcp.catalogue;

import org.jspecify.annotations.NullMarked;
