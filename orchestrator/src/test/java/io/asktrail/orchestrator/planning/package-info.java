@NullMarked
package io.asktrail.orchestrator.planning;

import org.jspecify.annotations.NullMarked;
