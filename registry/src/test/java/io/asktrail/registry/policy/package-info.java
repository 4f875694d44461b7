@NullMarked
package io.asktrail.registry.policy;

import org.jspecify.annotations.NullMarked;
