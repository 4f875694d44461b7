@NullMarked
package io.asktrail.gateway.login;

import org.jspecify.annotations.NullMarked;
