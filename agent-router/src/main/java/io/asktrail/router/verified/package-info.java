/** Questions that somebody vouches for, found again in other words only where every word is accounted for. */
@NullMarked
package io.asktrail.router.verified;

import org.jspecify.annotations.NullMarked;
