/** Arithmetic over metrics, parsed once. */
@NullMarked
package io.asktrail.registry.formula;

import org.jspecify.annotations.NullMarked;
