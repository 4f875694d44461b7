@NullMarked
package io.asktrail.personal;

import org.jspecify.annotations.NullMarked;
