/** How rows become a file of each format. */
@NullMarked
package io.asktrail.files.format;

import org.jspecify.annotations.NullMarked;
