@NullMarked
package io.asktrail.router.neighbour;

import org.jspecify.annotations.NullMarked;
