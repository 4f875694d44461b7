/** Phrases as vectors, and which of them lie near each other. */
@NullMarked
package io.asktrail.router.neighbour;

import org.jspecify.annotations.NullMarked;
