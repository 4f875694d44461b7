/** A question with the language taken out: what is asked for, of what, when, and how it is to be shown. */
@NullMarked
package io.asktrail.contracts.task;

import org.jspecify.annotations.NullMarked;
