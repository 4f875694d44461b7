/** What goes to Slack, at the pace that Slack allows. */
@NullMarked
package io.asktrail.slack.sending;

import org.jspecify.annotations.NullMarked;
