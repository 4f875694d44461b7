/** Asking: to which gateway, as whom, and what a script is told by the exit code. */
@NullMarked
package io.asktrail.cli.ask;

import org.jspecify.annotations.NullMarked;
