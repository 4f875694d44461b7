/** The terminal, or the file or pipe that stands in for it. */
@NullMarked
package io.asktrail.cli.terminal;

import org.jspecify.annotations.NullMarked;
