@NullMarked
package io.asktrail.querying.session;

import org.jspecify.annotations.NullMarked;
