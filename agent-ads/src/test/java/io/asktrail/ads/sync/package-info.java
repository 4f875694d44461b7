/** The sync against an Amazon that does as it is told, and against the sandbox. */
@NullMarked
package io.asktrail.ads.sync;

import org.jspecify.annotations.NullMarked;
