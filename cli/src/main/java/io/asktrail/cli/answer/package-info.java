/** An answer as the command line sees it: read from JSON leniently, since the gateway may be newer. */
@NullMarked
package io.asktrail.cli.answer;

import org.jspecify.annotations.NullMarked;
