@NullMarked
package io.asktrail.sales;

import org.jspecify.annotations.NullMarked;
