/** Days that were not as such days usually are. */
@NullMarked
package io.asktrail.insights.anomaly;

import org.jspecify.annotations.NullMarked;
