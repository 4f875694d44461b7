/** Limits that several gateways keep together, in PostgreSQL. */
@NullMarked
package io.asktrail.gateway.limits.shared;

import org.jspecify.annotations.NullMarked;
