/** The router: a question in words becomes a task, a question back, or a refusal. */
@NullMarked
package io.asktrail.router;

import org.jspecify.annotations.NullMarked;
