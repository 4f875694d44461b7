@NullMarked
package io.asktrail.querying;

import org.jspecify.annotations.NullMarked;
