/** Rows as files: written as they come, kept for a while, each for the one it was written for. */
@NullMarked
package io.asktrail.files;

import org.jspecify.annotations.NullMarked;
