/** Slack as this channel meets it: what it sends, and what it answers. */
@NullMarked
package io.asktrail.testkit.slack;

import org.jspecify.annotations.NullMarked;
