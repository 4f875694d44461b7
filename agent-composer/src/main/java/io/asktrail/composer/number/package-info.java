/** How numbers, days and periods are written for people. */
@NullMarked
package io.asktrail.composer.number;

import org.jspecify.annotations.NullMarked;
