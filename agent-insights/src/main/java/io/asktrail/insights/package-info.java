/** What observations come to: who made up how much of a change. Arithmetic only; it reads no data and no words. */
@NullMarked
package io.asktrail.insights;

import org.jspecify.annotations.NullMarked;
