/** Dimensions: what metrics can be split by, where their values stand, what else they are called. */
@NullMarked
package io.asktrail.registry.dimension;

import org.jspecify.annotations.NullMarked;
