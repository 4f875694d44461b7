/** What would be done for a task, without doing it. */
@NullMarked
package io.asktrail.orchestrator.preview;

import org.jspecify.annotations.NullMarked;
