/** Questions that somebody vouches for, with the task that each of them means. */
@NullMarked
package io.asktrail.contracts.verified;

import org.jspecify.annotations.NullMarked;
