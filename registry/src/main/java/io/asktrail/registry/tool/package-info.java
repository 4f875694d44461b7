/** Tools and their capabilities: who serves which metrics by which dimensions. */
@NullMarked
package io.asktrail.registry.tool;

import org.jspecify.annotations.NullMarked;
