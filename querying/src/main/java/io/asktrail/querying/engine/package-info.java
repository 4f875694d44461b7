/** What differs between databases: one class for each, and nothing of it anywhere else. */
@NullMarked
package io.asktrail.querying.engine;

import org.jspecify.annotations.NullMarked;
