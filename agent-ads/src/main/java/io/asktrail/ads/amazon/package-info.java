/** Amazon's advertising API, spoken to as its contract asks; the rows come out in the store's vocabulary. */
@NullMarked
package io.asktrail.ads.amazon;

import org.jspecify.annotations.NullMarked;
