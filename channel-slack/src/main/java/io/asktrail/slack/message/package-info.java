/** Answers as messages that fit a phone and the limits of Slack. */
@NullMarked
package io.asktrail.slack.message;

import org.jspecify.annotations.NullMarked;
