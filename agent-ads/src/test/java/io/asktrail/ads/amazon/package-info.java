/** The client against the sandbox, over real HTTP, on good days and bad. */
@NullMarked
package io.asktrail.ads.amazon;

import org.jspecify.annotations.NullMarked;
