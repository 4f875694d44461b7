/** Who somebody in Slack is to Asktrail, by a file: whoever is not in it is nobody. */
@NullMarked
package io.asktrail.slack.people;

import org.jspecify.annotations.NullMarked;
