/** Money that brought nothing. */
@NullMarked
package io.asktrail.insights.waste;

import org.jspecify.annotations.NullMarked;
