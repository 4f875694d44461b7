/** Slack as a door to Asktrail: what people write there becomes a question, and the answer a message. */
@NullMarked
package io.asktrail.slack;

import org.jspecify.annotations.NullMarked;
