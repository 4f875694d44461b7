/** What agent-insights says where nothing can be found out: one file of sentences a language. */
@NullMarked
package io.asktrail.insights.saying;

import org.jspecify.annotations.NullMarked;
