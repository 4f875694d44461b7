@NullMarked
package io.asktrail.planner;

import org.jspecify.annotations.NullMarked;
