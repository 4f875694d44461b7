@NullMarked
package io.asktrail.gateway;

import org.jspecify.annotations.NullMarked;
