/** What people think of answers. */
@NullMarked
package io.asktrail.orchestrator.feedback;

import org.jspecify.annotations.NullMarked;
