/** Failures as RFC 9457 problems: one shape, one table from code to status. */
@NullMarked
package io.asktrail.service.problem;

import org.jspecify.annotations.NullMarked;
