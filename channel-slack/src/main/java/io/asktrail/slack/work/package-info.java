/** What happens between the acknowledgement and the answer, once for each thing that was asked. */
@NullMarked
package io.asktrail.slack.work;

import org.jspecify.annotations.NullMarked;
