/** Replies that are sent as they come, because they may be larger than memory. */
@NullMarked
package io.asktrail.service.stream;

import org.jspecify.annotations.NullMarked;
