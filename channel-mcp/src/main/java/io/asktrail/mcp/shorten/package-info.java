/** Answers made small enough for the context of a model, without a number of their own. */
@NullMarked
package io.asktrail.mcp.shorten;

import org.jspecify.annotations.NullMarked;
