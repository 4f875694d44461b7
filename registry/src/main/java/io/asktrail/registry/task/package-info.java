/** Tasks in: completes what a client left out and checks every name. */
@NullMarked
package io.asktrail.registry.task;

import org.jspecify.annotations.NullMarked;
