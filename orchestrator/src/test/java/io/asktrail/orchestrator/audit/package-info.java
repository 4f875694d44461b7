@NullMarked
package io.asktrail.orchestrator.audit;

import org.jspecify.annotations.NullMarked;
