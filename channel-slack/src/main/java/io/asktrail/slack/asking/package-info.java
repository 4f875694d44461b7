/** Asktrail as this channel uses it: the gateway's own addresses, as whoever asks. */
@NullMarked
package io.asktrail.slack.asking;

import org.jspecify.annotations.NullMarked;
