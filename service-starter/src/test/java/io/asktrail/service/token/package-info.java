@NullMarked
package io.asktrail.service.token;

import org.jspecify.annotations.NullMarked;
