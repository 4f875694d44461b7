/** The command line of Asktrail. */
@NullMarked
package io.asktrail.cli;

import org.jspecify.annotations.NullMarked;
