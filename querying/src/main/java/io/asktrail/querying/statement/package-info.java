/** The one statement of a fetch, built from what the schema registry names; values are bound. */
@NullMarked
package io.asktrail.querying.statement;

import org.jspecify.annotations.NullMarked;
