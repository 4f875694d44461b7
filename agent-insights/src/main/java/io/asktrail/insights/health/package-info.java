/** An account at a glance: its numbers, what stands out, and its budgets. */
@NullMarked
package io.asktrail.insights.health;

import org.jspecify.annotations.NullMarked;
