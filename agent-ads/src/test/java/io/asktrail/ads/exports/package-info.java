@NullMarked
package io.asktrail.ads.exports;

import org.jspecify.annotations.NullMarked;
