/** What comes from Slack: checked, read, acknowledged. */
@NullMarked
package io.asktrail.slack.door;

import org.jspecify.annotations.NullMarked;
