/** Which address leads where inside, and what of a request may go along. */
@NullMarked
package io.asktrail.gateway.routes;

import org.jspecify.annotations.NullMarked;
