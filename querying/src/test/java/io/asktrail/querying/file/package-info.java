@NullMarked
package io.asktrail.querying.file;

import org.jspecify.annotations.NullMarked;
