@NullMarked
package io.asktrail.orchestrator.drift;

import org.jspecify.annotations.NullMarked;
