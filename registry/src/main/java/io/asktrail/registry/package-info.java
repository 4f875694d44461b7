/** The registry as a whole: every definition, its version, and the questions that are asked of them together. */
@NullMarked
package io.asktrail.registry;

import org.jspecify.annotations.NullMarked;
