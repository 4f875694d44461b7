/** Asktrail as tools, resources and prompts of an assistant that speaks the Model Context Protocol. */
@NullMarked
package io.asktrail.mcp;

import org.jspecify.annotations.NullMarked;
