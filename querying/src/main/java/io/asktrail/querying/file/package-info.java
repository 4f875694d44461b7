/** Folders of CSV and Parquet files, read as the tables of a database in this process. */
@NullMarked
package io.asktrail.querying.file;

import org.jspecify.annotations.NullMarked;
