/** The invented shop: its products, campaigns, customers' places, calendar and incidents. */
@NullMarked
package io.asktrail.demo.world;

import org.jspecify.annotations.NullMarked;
