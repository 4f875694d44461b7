/** Checks across files: one class a kind of fault, all of them in one report. */
@NullMarked
package io.asktrail.registry.lint;

import org.jspecify.annotations.NullMarked;
