/** Processes of the local Asktrail: starting, waiting, finding again, stopping. */
@NullMarked
package io.asktrail.cli.launch;

import org.jspecify.annotations.NullMarked;
