/** One call of an agent, seen from both ends of the wire. */
@NullMarked
package io.asktrail.service.call;

import org.jspecify.annotations.NullMarked;
