/** How much and how often a caller may ask. */
@NullMarked
package io.asktrail.gateway.limits;

import org.jspecify.annotations.NullMarked;
