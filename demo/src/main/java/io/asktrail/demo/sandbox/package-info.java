/** A server that speaks Amazon's advertising protocol from the demo's figures, and misbehaves on demand. */
@NullMarked
package io.asktrail.demo.sandbox;

import org.jspecify.annotations.NullMarked;
