/** The business calendar: what "last month" or "FY25" means, as dates. */
@NullMarked
package io.asktrail.registry.calendar;

import org.jspecify.annotations.NullMarked;
