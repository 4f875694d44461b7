/** How every service reads and writes JSON. */
@NullMarked
package io.asktrail.service.json;

import org.jspecify.annotations.NullMarked;
