/** Language in: guards the question, has it read, remembers the conversation, runs the task. */
@NullMarked
package io.asktrail.orchestrator.asking;

import org.jspecify.annotations.NullMarked;
