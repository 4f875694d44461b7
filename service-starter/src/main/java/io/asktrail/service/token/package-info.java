/** Who may call a service from inside, and on whose behalf. */
@NullMarked
package io.asktrail.service.token;

import org.jspecify.annotations.NullMarked;
