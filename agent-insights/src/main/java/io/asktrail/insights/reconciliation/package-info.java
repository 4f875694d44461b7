/** Where the sales that ads claim and the sales that were booked part. */
@NullMarked
package io.asktrail.insights.reconciliation;

import org.jspecify.annotations.NullMarked;
