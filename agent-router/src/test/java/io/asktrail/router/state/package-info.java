@NullMarked
package io.asktrail.router.state;

import org.jspecify.annotations.NullMarked;
