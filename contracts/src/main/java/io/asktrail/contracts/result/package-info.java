/** What a step gave: rows, or what is missing and why. */
@NullMarked
package io.asktrail.contracts.result;

import org.jspecify.annotations.NullMarked;
