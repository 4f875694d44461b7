/** The order lines of a day. */
@NullMarked
package io.asktrail.demo.orders;

import org.jspecify.annotations.NullMarked;
