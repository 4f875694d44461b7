@NullMarked
package io.asktrail.files;

import org.jspecify.annotations.NullMarked;
