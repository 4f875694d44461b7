/** Questions worth asking, ready to be chosen by people. */
@NullMarked
package io.asktrail.mcp.prompt;

import org.jspecify.annotations.NullMarked;
