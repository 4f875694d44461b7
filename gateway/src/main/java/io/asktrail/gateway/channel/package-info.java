/** The way of the channels to the addresses that everybody else uses. */
@NullMarked
package io.asktrail.gateway.channel;

import org.jspecify.annotations.NullMarked;
