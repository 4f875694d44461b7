/** Tables: columns, keys, grain and the rows a caller may see. */
@NullMarked
package io.asktrail.registry.schema;

import org.jspecify.annotations.NullMarked;
