/** Reports that people download from the Amazon Ads console, loaded into the store. Start at AdsFileImport. */
@NullMarked
package io.asktrail.ads.exports;

import org.jspecify.annotations.NullMarked;
