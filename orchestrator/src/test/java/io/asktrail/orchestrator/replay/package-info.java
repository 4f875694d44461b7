/** What becomes of answers, by fakes and by hand. */
@NullMarked
package io.asktrail.orchestrator.replay;

import org.jspecify.annotations.NullMarked;
