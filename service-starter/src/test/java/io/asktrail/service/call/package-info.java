@NullMarked
package io.asktrail.service.call;

import org.jspecify.annotations.NullMarked;
