/** How numbers and days are written. */
@NullMarked
package io.asktrail.composer.number;

import org.jspecify.annotations.NullMarked;
