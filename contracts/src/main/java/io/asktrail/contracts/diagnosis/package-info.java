/** A diagnosis under way: what was looked at, what was seen, and what it comes to. */
@NullMarked
package io.asktrail.contracts.diagnosis;

import org.jspecify.annotations.NullMarked;
