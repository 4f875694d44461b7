/** What a conversation holds between two questions. */
@NullMarked
package io.asktrail.orchestrator.conversation;

import org.jspecify.annotations.NullMarked;
