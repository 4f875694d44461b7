/** Policies: what a role may see, and which rows a claim opens. */
@NullMarked
package io.asktrail.registry.policy;

import org.jspecify.annotations.NullMarked;
