/** The advertising figures of a day, from campaign down to search term. */
@NullMarked
package io.asktrail.demo.ads;

import org.jspecify.annotations.NullMarked;
