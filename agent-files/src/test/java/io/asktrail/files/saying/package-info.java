@NullMarked
package io.asktrail.files.saying;

import org.jspecify.annotations.NullMarked;
