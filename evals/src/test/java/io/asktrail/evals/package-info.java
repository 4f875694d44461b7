/** Questions asked over HTTP, held against figures that were worked out without our code. */
@NullMarked
package io.asktrail.evals;

import org.jspecify.annotations.NullMarked;
