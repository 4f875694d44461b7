/** Order files a seller really has, cleaned and loaded into a warehouse of their own. */
@NullMarked
package io.asktrail.sales.orders;

import org.jspecify.annotations.NullMarked;
