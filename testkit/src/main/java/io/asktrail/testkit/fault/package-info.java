/** Faults that tests inject into running services: processes stopped and killed, replies refused, cut and lost. */
@NullMarked
package io.asktrail.testkit.fault;

import org.jspecify.annotations.NullMarked;
