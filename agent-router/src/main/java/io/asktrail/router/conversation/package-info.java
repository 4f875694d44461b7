/** Follow-ups: a question that changes the task before it, an answer to a question back. */
@NullMarked
package io.asktrail.router.conversation;

import org.jspecify.annotations.NullMarked;
