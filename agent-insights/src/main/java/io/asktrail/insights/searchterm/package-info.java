/** What people searched for, and what became of it. */
@NullMarked
package io.asktrail.insights.searchterm;

import org.jspecify.annotations.NullMarked;
