@NullMarked
package io.asktrail.orchestrator.state;

import org.jspecify.annotations.NullMarked;
