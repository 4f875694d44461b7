/** Who a caller is, as a verified token says. */
@NullMarked
package io.asktrail.gateway.login;

import org.jspecify.annotations.NullMarked;
