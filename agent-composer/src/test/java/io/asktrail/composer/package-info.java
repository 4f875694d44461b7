/** Drafts over the registry of the demo. */
@NullMarked
package io.asktrail.composer;

import org.jspecify.annotations.NullMarked;
