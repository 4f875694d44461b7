/** The router's own PostgreSQL database, where one is set: approved questions, their vectors, what models were paid. */
@NullMarked
package io.asktrail.router.state;

import org.jspecify.annotations.NullMarked;
