@NullMarked
package io.asktrail.files.shelf;

import org.jspecify.annotations.NullMarked;
