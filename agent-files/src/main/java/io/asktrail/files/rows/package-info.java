/** Where rows come from: a table at hand, or a source that sends them as it finds them. */
@NullMarked
package io.asktrail.files.rows;

import org.jspecify.annotations.NullMarked;
