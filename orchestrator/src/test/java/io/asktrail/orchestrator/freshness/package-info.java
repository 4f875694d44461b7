@NullMarked
package io.asktrail.orchestrator.freshness;

import org.jspecify.annotations.NullMarked;
