/** Metrics: what is measured, how it is worked out, how it may be added up. */
@NullMarked
package io.asktrail.registry.metric;

import org.jspecify.annotations.NullMarked;
