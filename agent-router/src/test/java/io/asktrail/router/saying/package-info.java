@NullMarked
package io.asktrail.router.saying;

import org.jspecify.annotations.NullMarked;
