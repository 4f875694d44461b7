/** Questions with the task that each is known to mean: how their wordings leave words open, and what must hold of them. */
@NullMarked
package io.asktrail.registry.verified;

import org.jspecify.annotations.NullMarked;
