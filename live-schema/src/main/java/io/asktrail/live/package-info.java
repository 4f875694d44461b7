/** What a database holds: tables, columns, keys and a look at the values. Read-only, within a bounded time. */
@NullMarked
package io.asktrail.live;

import org.jspecify.annotations.NullMarked;
