@NullMarked
package io.asktrail.service.logging;

import org.jspecify.annotations.NullMarked;
