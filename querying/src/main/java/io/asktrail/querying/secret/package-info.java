/** Passwords by where they are kept, read when somebody logs in and never kept here. */
@NullMarked
package io.asktrail.querying.secret;

import org.jspecify.annotations.NullMarked;
