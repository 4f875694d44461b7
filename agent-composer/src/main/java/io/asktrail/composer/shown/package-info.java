/** The rows that are shown, with what the task and the registry say of them. */
@NullMarked
package io.asktrail.composer.shown;

import org.jspecify.annotations.NullMarked;
