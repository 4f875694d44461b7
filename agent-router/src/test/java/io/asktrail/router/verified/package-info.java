@NullMarked
package io.asktrail.router.verified;

import org.jspecify.annotations.NullMarked;
