/** Next questions: tasks that the registry says can be answered. */
@NullMarked
package io.asktrail.composer.followup;

import org.jspecify.annotations.NullMarked;
