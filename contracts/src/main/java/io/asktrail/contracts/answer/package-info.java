/** What the caller gets: the number, the table, the chart and the trail. */
@NullMarked
package io.asktrail.contracts.answer;

import org.jspecify.annotations.NullMarked;
