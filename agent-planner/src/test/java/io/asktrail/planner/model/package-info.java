@NullMarked
package io.asktrail.planner.model;

import org.jspecify.annotations.NullMarked;
