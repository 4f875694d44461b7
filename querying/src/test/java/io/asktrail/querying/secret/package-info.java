@NullMarked
package io.asktrail.querying.secret;

import org.jspecify.annotations.NullMarked;
