@NullMarked
package io.asktrail.sales.orders;

import org.jspecify.annotations.NullMarked;
