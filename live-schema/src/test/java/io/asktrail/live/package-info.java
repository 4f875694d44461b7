@NullMarked
package io.asktrail.live;

import org.jspecify.annotations.NullMarked;
