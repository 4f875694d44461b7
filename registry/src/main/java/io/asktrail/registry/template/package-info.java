/** Query templates: shapes of queries that are declared once, and what their parameters make of them. */
@NullMarked
package io.asktrail.registry.template;

import org.jspecify.annotations.NullMarked;
