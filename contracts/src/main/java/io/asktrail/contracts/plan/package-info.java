/** Steps that answer a task: which tool is called with what, in an order that can run. */
@NullMarked
package io.asktrail.contracts.plan;

import org.jspecify.annotations.NullMarked;
