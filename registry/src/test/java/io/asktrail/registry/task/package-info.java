@NullMarked
package io.asktrail.registry.task;

import org.jspecify.annotations.NullMarked;
