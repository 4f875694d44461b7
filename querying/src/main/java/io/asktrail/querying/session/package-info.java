/** Statements on their way: borrowed connections, what is asked over them with a caller's claims, and what a failure means. */
@NullMarked
package io.asktrail.querying.session;

import org.jspecify.annotations.NullMarked;
