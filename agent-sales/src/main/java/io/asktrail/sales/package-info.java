/** The warehouse of orders: sales, refunds, customers and costs. */
@NullMarked
package io.asktrail.sales;

import org.jspecify.annotations.NullMarked;
