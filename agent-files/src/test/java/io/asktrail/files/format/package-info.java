@NullMarked
package io.asktrail.files.format;

import org.jspecify.annotations.NullMarked;
