/**
 * Brings Amazon's reports into the store. Start at {@link io.asktrail.ads.sync.AdsSync}; what is fetched is decided by
 * {@link io.asktrail.ads.sync.DueWindows}.
 */
@NullMarked
package io.asktrail.ads.sync;

import org.jspecify.annotations.NullMarked;
