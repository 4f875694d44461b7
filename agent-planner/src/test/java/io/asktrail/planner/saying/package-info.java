@org.jspecify.annotations.NullMarked
package io.asktrail.planner.saying;
