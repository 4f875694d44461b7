@NullMarked
package io.asktrail.registry.tool;

import org.jspecify.annotations.NullMarked;
