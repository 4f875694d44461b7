/** Names of things in the registry and in a run: types, so that a metric cannot be passed for a dimension. */
@NullMarked
package io.asktrail.contracts.id;

import org.jspecify.annotations.NullMarked;
