/** A database that connections are borrowed from, and how it is reached. */
@NullMarked
package io.asktrail.querying.source;

import org.jspecify.annotations.NullMarked;
