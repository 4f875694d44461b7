@NullMarked
package io.asktrail.ads;

import org.jspecify.annotations.NullMarked;
