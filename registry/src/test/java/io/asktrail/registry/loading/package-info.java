@NullMarked
package io.asktrail.registry.loading;

import org.jspecify.annotations.NullMarked;
