/** Whether money is spent as planned. */
@NullMarked
package io.asktrail.insights.pacing;

import org.jspecify.annotations.NullMarked;
