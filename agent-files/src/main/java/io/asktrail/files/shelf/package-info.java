/** Where files wait to be fetched: for their owner alone, and until their time is over. */
@NullMarked
package io.asktrail.files.shelf;

import org.jspecify.annotations.NullMarked;
