@NullMarked
package io.asktrail.files.rows;

import org.jspecify.annotations.NullMarked;
