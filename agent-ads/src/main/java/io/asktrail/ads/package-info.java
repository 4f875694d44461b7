/** Amazon Ads: what was spent and what it brought, from the store of reports. */
@NullMarked
package io.asktrail.ads;

import org.jspecify.annotations.NullMarked;
