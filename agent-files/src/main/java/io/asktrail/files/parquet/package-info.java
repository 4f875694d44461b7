/** Parquet, written by a DuckDB in this process that sees nothing but the one file. */
@NullMarked
package io.asktrail.files.parquet;

import org.jspecify.annotations.NullMarked;
